package org.threefold.needs.need;

import static org.threefold.needs.need.Status.ANALYSED;
import static org.threefold.needs.need.Status.AWAITING_PROJECT;
import static org.threefold.needs.need.Status.CLOSED;
import static org.threefold.needs.need.Status.COLLECTED;
import static org.threefold.needs.need.Status.DECLINED;
import static org.threefold.needs.need.Status.FED_BACK;
import static org.threefold.needs.need.Status.IN_SERVICE;
import static org.threefold.needs.need.Status.PLANNED;
import static org.threefold.needs.need.Status.REFERRED;
import static org.threefold.needs.need.Status.SERVED;
import static org.threefold.needs.need.Status.SORTED;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.threefold.events.AgeBand;
import org.threefold.events.CaseId;
import org.threefold.events.Channel;
import org.threefold.events.ClientGroup;
import org.threefold.events.DeclineReason;
import org.threefold.events.DeptCode;
import org.threefold.events.DisputeReason;
import org.threefold.events.DivisionCode;
import org.threefold.events.FeedbackChannel;
import org.threefold.events.NeedCategory;
import org.threefold.events.NeedId;
import org.threefold.events.ProjectId;
import org.threefold.events.ReopenReason;
import org.threefold.events.ResidentRef;
import org.threefold.events.ReturnReason;
import org.threefold.events.Route;
import org.threefold.events.StationId;
import org.threefold.events.SupplierType;
import org.threefold.events.UnplanCause;
import org.threefold.needs.CommandPath;
import org.threefold.needs.supply.Availability;

/** What can be asked of a need, and from which states (domain §3.2.2). */
sealed interface NeedCommand {

  /** The states in which it is possible. */
  Set<Status> from();

  /** Its words, which are kept and never said. */
  default @Nullable String note() {
    return null;
  }

  /** As it stands in a path. */
  default String path() {
    return CommandPath.of(this);
  }

  /** A person asks; in a wrong state the answer is a refusal. */
  sealed interface Asked extends NeedCommand {}

  /** A fact, a clock or the service itself asks; in a wrong state nothing happens. */
  sealed interface Silent extends NeedCommand {}

  /**
   * A resident has asked for help.
   *
   * @param raisedBy stands for the resident who asked in person, if so
   * @param filed how it came in, if a program filed it
   * @param open whether the unit was seen open
   * @param earliest the first day a need may be recorded for
   * @param today the last
   * @param slaDue when it should be sorted
   */
  record Collect(
      StationId unit,
      Channel channel,
      ResidentRef resident,
      AgeBand ageBand,
      List<ClientGroup> groups,
      String text,
      LocalDate collectedOn,
      @Nullable String raisedBy,
      @Nullable Filed filed,
      boolean open,
      LocalDate earliest,
      LocalDate today,
      Instant slaDue)
      implements Asked {
    @Override
    public Set<Status> from() {
      return Set.of();
    }
  }

  /** Gives a category; duplicates are the live needs that were seen to be alike. */
  record Sort(NeedCategory category, List<NeedId> duplicates) implements Asked {
    @Override
    public Set<Status> from() {
      return Set.of(COLLECTED);
    }
  }

  /** Says beforehand that a merge is tried, so that two needs do not merge into each other. */
  record AnnounceMerge(NeedId into) implements Silent {
    @Override
    public Set<Status> from() {
      return Set.of(COLLECTED, SORTED);
    }
  }

  /** The announced merge does not happen. */
  record WithdrawMerge() implements Silent {
    @Override
    public Set<Status> from() {
      return Set.of(COLLECTED, SORTED);
    }
  }

  /** The need is the same as another; target is that one as it was seen, if it exists. */
  record MergeInto(NeedId into, @Nullable Target target) implements Asked {

    /** The other need, when it was looked at. */
    record Target(DivisionCode division, boolean live, boolean merging) {}

    @Override
    public Set<Status> from() {
      return Set.of(COLLECTED, SORTED);
    }
  }

  /** Hands the need up to the town station, which was or was not seen open. */
  record Escalate(StationId to, boolean open) implements Asked {
    @Override
    public Set<Status> from() {
      return Set.of(SORTED);
    }
  }

  /** Hands the need back to its room. */
  record ReturnToRoom(ReturnReason reason, @Nullable String note) implements Asked {
    @Override
    public Set<Status> from() {
      return Set.of(SORTED);
    }
  }

  /** Says how pressing and how large the need is. */
  record Analyse(int urgency, int persons, int feasibility, String note) implements Asked {
    @Override
    public Set<Status> from() {
      return Set.of(SORTED);
    }
  }

  /** Says what on offer fits; seen is whether it can be had. */
  record Match(SupplierType supplierType, String supplier, boolean sufficient, Availability seen)
      implements Asked {
    @Override
    public Set<Status> from() {
      return Set.of(ANALYSED);
    }
  }

  /** Decides the one way the need goes on; only a referral says to whom, only a case by whom. */
  record RouteBy(Route route, @Nullable Handover handover, @Nullable ToCase toCase)
      implements Asked {

    RouteBy(Route route, @Nullable Handover handover) {
      this(route, handover, null);
    }

    /**
     * What a department is handed.
     *
     * @param known whether the department was heard of
     * @param consent whether the resident agrees
     * @param dueAt when it is to answer
     */
    record Handover(
        DeptCode to, boolean known, boolean consent, @Nullable String note, Instant dueAt) {}

    /**
     * Who leads a case, and the client's written consent.
     *
     * @param unit the town station whose case it will be
     * @param entitled whether a social worker asks, and worker was seen to be one of the unit
     * @param openedBy stands for who asks
     */
    record ToCase(
        StationId unit,
        String worker,
        boolean entitled,
        LocalDate consentOn,
        ConsentBy consentBy,
        LocalDate today,
        String openedBy) {}

    @Override
    public @Nullable String note() {
      return handover == null ? null : handover.note();
    }

    @Override
    public Set<Status> from() {
      return Set.of(ANALYSED);
    }

    @Override
    public String path() {
      return "route";
    }
  }

  /** The department that was asked has met the need, or will not. */
  record AnswerReferral(@Nullable DeptCode by, boolean accepted, @Nullable String note)
      implements Asked {
    @Override
    public Set<Status> from() {
      return Set.of(REFERRED);
    }
  }

  /** The unit itself has given the service. */
  record Complete(@Nullable String note) implements Asked {
    @Override
    public Set<Status> from() {
      return Set.of(IN_SERVICE);
    }
  }

  /** The need will not be met; the note says how to appeal. */
  record Decline(DeclineReason reason, String note) implements Asked {
    @Override
    public Set<Status> from() {
      return Set.of(ANALYSED);
    }
  }

  /** The resident was told, on a day not after today, what came of the need. */
  record GiveFeedback(
      FeedbackChannel channel, LocalDate on, String note, LocalDate today, Instant confirmBy)
      implements Asked {
    @Override
    public Set<Status> from() {
      return Set.of(SERVED);
    }
  }

  /** The resident agrees; resident stands for who asked, if it is the resident in person. */
  record Confirm(@Nullable Integer rating, @Nullable String resident) implements Asked {
    @Override
    public Set<Status> from() {
      return Set.of(FED_BACK);
    }
  }

  /**
   * The resident does not agree; resident stands for who says so, if it is the resident in person.
   */
  record Dispute(DisputeReason reason, String note, @Nullable String resident) implements Asked {
    @Override
    public Set<Status> from() {
      return Set.of(FED_BACK);
    }
  }

  /** What was over is taken up again; within is how long after its end that is possible. */
  record Reopen(ReopenReason reason, String note, Instant now, Duration within) implements Asked {
    @Override
    public Set<Status> from() {
      return Set.of(CLOSED, DECLINED);
    }
  }

  /** A time may have passed: nobody answered the feedback, or somebody is late. */
  record LetTimePass(Instant now) implements Silent {
    @Override
    public Set<Status> from() {
      return Status.LIVE;
    }
  }

  /** The case that the need was routed to is open. */
  record NoteCaseOpened(CaseId caseId) implements Silent {
    @Override
    public Set<Status> from() {
      return Set.of(IN_SERVICE);
    }
  }

  /** The case is over; met is whether the need was answered with it. */
  record EndCase(CaseId caseId, boolean met) implements Silent {
    @Override
    public Set<Status> from() {
      return Set.of(IN_SERVICE);
    }
  }

  /** A project has taken the need on. */
  record Plan(ProjectId project) implements Silent {
    @Override
    public Set<Status> from() {
      return Set.of(AWAITING_PROJECT);
    }
  }

  /** The project will not happen. */
  record Unplan(ProjectId project, UnplanCause cause) implements Silent {
    @Override
    public Set<Status> from() {
      return Set.of(PLANNED, IN_SERVICE);
    }
  }

  /** The project has begun. */
  record StartService(ProjectId project) implements Silent {
    @Override
    public Set<Status> from() {
      return Set.of(PLANNED);
    }
  }

  /** The project is done. */
  record Serve(ProjectId project) implements Silent {
    @Override
    public Set<Status> from() {
      return Set.of(IN_SERVICE);
    }
  }
}

package org.threefold.needs.need;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.threefold.access.NotFound;
import org.threefold.access.Refused;
import org.threefold.calendar.CountyTime;
import org.threefold.events.AgeBand;
import org.threefold.events.CaseId;
import org.threefold.events.DeclineReason;
import org.threefold.events.NeedCategory;
import org.threefold.events.NeedEvent;
import org.threefold.events.NeedEvent.NeedAnalysed;
import org.threefold.events.NeedEvent.NeedClosed;
import org.threefold.events.NeedEvent.NeedCollected;
import org.threefold.events.NeedEvent.NeedDeclined;
import org.threefold.events.NeedEvent.NeedDisputed;
import org.threefold.events.NeedEvent.NeedEscalated;
import org.threefold.events.NeedEvent.NeedFeedbackGiven;
import org.threefold.events.NeedEvent.NeedInService;
import org.threefold.events.NeedEvent.NeedMatched;
import org.threefold.events.NeedEvent.NeedMerged;
import org.threefold.events.NeedEvent.NeedOverdue;
import org.threefold.events.NeedEvent.NeedPlanned;
import org.threefold.events.NeedEvent.NeedReferralAnswered;
import org.threefold.events.NeedEvent.NeedReferred;
import org.threefold.events.NeedEvent.NeedReopened;
import org.threefold.events.NeedEvent.NeedReturned;
import org.threefold.events.NeedEvent.NeedRouted;
import org.threefold.events.NeedEvent.NeedServed;
import org.threefold.events.NeedEvent.NeedSorted;
import org.threefold.events.NeedEvent.NeedUnplanned;
import org.threefold.events.NeedId;
import org.threefold.events.ProjectId;
import org.threefold.events.ReopenReason;
import org.threefold.events.Route;
import org.threefold.events.StationId;
import org.threefold.events.UnplanCause;
import org.threefold.needs.PlainWords;
import org.threefold.needs.need.NeedCommand.Analyse;
import org.threefold.needs.need.NeedCommand.AnnounceMerge;
import org.threefold.needs.need.NeedCommand.AnswerReferral;
import org.threefold.needs.need.NeedCommand.Asked;
import org.threefold.needs.need.NeedCommand.Collect;
import org.threefold.needs.need.NeedCommand.Complete;
import org.threefold.needs.need.NeedCommand.Confirm;
import org.threefold.needs.need.NeedCommand.Decline;
import org.threefold.needs.need.NeedCommand.Dispute;
import org.threefold.needs.need.NeedCommand.EndCase;
import org.threefold.needs.need.NeedCommand.Escalate;
import org.threefold.needs.need.NeedCommand.GiveFeedback;
import org.threefold.needs.need.NeedCommand.LetTimePass;
import org.threefold.needs.need.NeedCommand.Match;
import org.threefold.needs.need.NeedCommand.MergeInto;
import org.threefold.needs.need.NeedCommand.NoteCaseOpened;
import org.threefold.needs.need.NeedCommand.Plan;
import org.threefold.needs.need.NeedCommand.Reopen;
import org.threefold.needs.need.NeedCommand.ReturnToRoom;
import org.threefold.needs.need.NeedCommand.RouteBy;
import org.threefold.needs.need.NeedCommand.RouteBy.ToCase;
import org.threefold.needs.need.NeedCommand.Serve;
import org.threefold.needs.need.NeedCommand.Sort;
import org.threefold.needs.need.NeedCommand.StartService;
import org.threefold.needs.need.NeedCommand.Unplan;
import org.threefold.needs.need.NeedCommand.WithdrawMerge;
import org.threefold.needs.supply.Availability;
import org.threefold.needs.unit.UnitNumber;

/**
 * A need that was collected.
 *
 * @param owner the unit that has it on its desk
 * @param kin see {@link Kin}; null while there is no category, and when the need is over
 * @param returns how often the town station handed it back
 * @param referral the department that has it now, if one has
 * @param reopened how often it was taken up again after it was over
 */
record Recorded(
    NeedId need,
    Status status,
    Origin origin,
    StationId owner,
    @Nullable NeedCategory category,
    @Nullable String kin,
    int returns,
    @Nullable Analysis analysis,
    List<Matched> matches,
    @Nullable Route route,
    @Nullable Referral referral,
    @Nullable ProjectId project,
    @Nullable NeedId mergedInto,
    @Nullable DeclineReason declined,
    @Nullable Integer rating,
    int reopened,
    Kept kept)
    implements Need {

  /** A need may be handed back so often (domain §3.2.2). */
  static final int RETURNS_MAX = 2;

  /** What fits a need is a short list. */
  static final int MATCHES_MAX = 20;

  private static final Set<Status> MERGEABLE = Set.of(Status.COLLECTED, Status.SORTED);

  static Recorded from(NeedCollected it) {
    var origin =
        new Origin(
            it.unit(),
            UnitNumber.divisionOf(it.need()),
            it.channel(),
            it.resident(),
            it.ageBand(),
            it.groups(),
            it.collectedOn());
    return new Recorded(
        it.need(),
        Status.COLLECTED,
        origin,
        it.unit(),
        null,
        null,
        0,
        null,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        0,
        Kept.NOTHING);
  }

  /** What follows from this command. */
  List<NeedEvent> follows(NeedCommand command) {
    if (!command.from().contains(status)) {
      return wrongState(command);
    }
    return switch (command) {
      case Collect it -> wrongState(it);
      case Sort it -> List.of(new NeedSorted(need, it.category(), it.duplicates().size()));
      case MergeInto it -> List.of(merged(it));
      case Escalate it -> List.of(escalated(it));
      case ReturnToRoom it -> List.of(returned(it));
      case Analyse it -> List.of(analysed(it));
      case Match it -> List.of(matched(it));
      case RouteBy it -> routed(it);
      case AnswerReferral it -> referralAnswered(it);
      case Complete it -> completed(it);
      case Decline it -> List.of(declined(it));
      case GiveFeedback it -> List.of(fedBack(it));
      case Confirm it -> List.of(confirmed(it));
      case Dispute it -> disputed(it);
      case Reopen it -> List.of(reopened(it));
      case LetTimePass it -> timePassed(it.now());
      case EndCase it when it.caseId().equals(caseId()) -> List.of(caseEnded(it));
      case Plan it -> List.of(new NeedPlanned(need, it.project()));
      case Unplan it when it.project().equals(project) -> unplanned(it);
      case StartService it when it.project().equals(project) ->
          List.of(new NeedInService(need, it.project()));
      case Serve it when it.project().equals(project) ->
          List.of(new NeedServed(need, it.project()));
      case Unplan _, StartService _, Serve _ -> List.of(); // Another project's business.
      case EndCase _ -> List.of(); // It was routed anew since.
      case AnnounceMerge _, WithdrawMerge _, NoteCaseOpened _ -> List.of(); // Kept, not said.
    };
  }

  private List<NeedEvent> wrongState(NeedCommand command) {
    if (!(command instanceof Asked)) {
      return List.of();
    }
    if (command instanceof RouteBy && route != null) {
      throw new Refused("NEED-011", need, route);
    }
    String allowed =
        command.from().stream().sorted().map(Status::name).collect(Collectors.joining(", "));
    throw new Refused("NEED-001", need, status, command.path(), allowed.isEmpty() ? "–" : allowed);
  }

  private NeedMerged merged(MergeInto it) {
    var target = it.target();
    boolean fits =
        target != null
            && !it.into().equals(need)
            && target.live()
            && !target.merging()
            && target.division().town().equals(origin.division().town());
    if (!fits) {
      throw new Refused("NEED-010", need, it.into());
    }
    return new NeedMerged(need, it.into());
  }

  /** Whether a merge into another need is being tried. */
  boolean isMerging() {
    return kept.mergingInto() != null && MERGEABLE.contains(status);
  }

  private NeedEscalated escalated(Escalate it) {
    var own = new StationId("ST-" + origin.division().town());
    if (!owner.isRoom() || !it.to().equals(own)) {
      throw new Refused("NEED-012", owner, it.to());
    }
    if (!it.open()) {
      throw new Refused("NEED-002", it.to());
    }
    return new NeedEscalated(need, owner, it.to());
  }

  private NeedReturned returned(ReturnToRoom it) {
    StationId room = origin.unit();
    if (owner.isRoom() || !room.isRoom()) {
      throw new Refused("NEED-012", owner, room);
    }
    if (returns >= RETURNS_MAX) {
      throw new Refused("NEED-013", need, returns, RETURNS_MAX);
    }
    if (it.note() != null) {
      PlainWords.mustSayNothingOfAPerson("note", it.note());
    }
    return new NeedReturned(need, owner, room, it.reason(), returns + 1);
  }

  private NeedAnalysed analysed(Analyse it) {
    PlainWords.mustSayNothingOfAPerson("evidence", it.note());
    return Analysis.of(it.urgency(), origin.groups(), it.persons(), it.feasibility()).of(need);
  }

  private NeedMatched matched(Match it) {
    boolean available =
        it.seen() == Availability.NOW || (it.seen() == Availability.NOT_YET && !it.sufficient());
    if (!available || matches.size() >= MATCHES_MAX) {
      throw new Refused("NEED-015", it.supplierType(), it.supplier());
    }
    return new NeedMatched(need, it.supplierType(), it.supplier(), it.sufficient());
  }

  private List<NeedEvent> routed(RouteBy it) {
    Route by = it.route();
    if ((by == Route.REFER) != (it.handover() != null)) {
      throw new Refused("NEED-017", need, by);
    }
    if ((by == Route.CASE) != (it.toCase() != null)) {
      throw new Refused("NEED-022", need);
    }
    return switch (by) {
      case DIRECT -> {
        if (matches.stream().noneMatch(Matched::sufficient)) {
          throw new Refused("NEED-015", Route.DIRECT, "–");
        }
        yield List.of(routedBy(by), new NeedInService(need, null));
      }
      case PROJECT -> List.of(routedBy(by));
      case REFER -> List.of(routedBy(by), referred(Objects.requireNonNull(it.handover())));
      case CASE -> {
        mustBeFit(Objects.requireNonNull(it.toCase()));
        yield List.of(routedBy(by), new NeedInService(need, null));
      }
    };
  }

  /** A social worker takes on one client, who has agreed, or whose guardian has. */
  private void mustBeFit(ToCase it) {
    if (!it.entitled()) {
      throw new Refused("NEED-020", it.worker(), it.unit());
    }
    ConsentBy asked =
        switch (origin.ageBand()) {
          case UNDER_14, FROM_14 -> ConsentBy.GUARDIAN;
          case FROM_18, FROM_60, FROM_80, MIXED -> ConsentBy.CLIENT;
        };
    if (origin.ageBand() == AgeBand.MIXED
        || it.consentBy() != asked
        || it.consentOn().isAfter(it.today())) {
      throw new Refused("NEED-022", need);
    }
  }

  /** The case that has the need now, if one has. */
  @Nullable CaseId caseId() {
    Casework casework = kept.casework();
    return route == Route.CASE && casework != null ? casework.id(need) : null;
  }

  /** The last case the need has become, which may be over. */
  @Nullable CaseId lastCase() {
    Casework casework = kept.casework();
    return casework == null ? null : casework.id(need);
  }

  /** What the case is opened with; null once it is open. */
  @Nullable CaseOpening opening() {
    Casework casework = kept.casework();
    return route != Route.CASE || casework == null || casework.opened()
        ? null
        : casework.opening(need, origin.resident());
  }

  /** A need that its case could not meet goes on from its analysis, by whatever way. */
  private NeedEvent caseEnded(EndCase it) {
    return it.met() ? new NeedServed(need, null) : new NeedReopened(need, ReopenReason.CASE_ENDED);
  }

  private NeedReferred referred(RouteBy.Handover it) {
    if (!it.known() || !it.consent()) {
      throw new Refused("NEED-017", need, Route.REFER);
    }
    if (it.note() != null) {
      PlainWords.mustSayNothingOfAPerson("note", it.note());
    }
    return new NeedReferred(need, it.to(), it.dueAt());
  }

  private List<NeedEvent> referralAnswered(AnswerReferral it) {
    if (referral == null || !referral.to().equals(it.by())) {
      throw new NotFound(need); // Another department's business.
    }
    if (it.note() != null) {
      PlainWords.mustSayNothingOfAPerson("note", it.note());
    }
    var answer = new NeedReferralAnswered(need, referral.to(), it.accepted());
    return it.accepted() ? List.of(answer, new NeedServed(need, null)) : List.of(answer);
  }

  /** Residents whose project broke off wait no longer than they must: they weigh more (X7). */
  private List<NeedEvent> unplanned(Unplan it) {
    var unplanned = new NeedUnplanned(need, it.project(), it.cause());
    if (it.cause() != UnplanCause.PROJECT_TERMINATED || analysis == null) {
      return List.of(unplanned);
    }
    return analysis
        .moreUrgent(origin.groups())
        .<List<NeedEvent>>map(raised -> List.of(raised.of(need), unplanned))
        .orElse(List.of(unplanned));
  }

  private NeedRouted routedBy(Route by) {
    if (category == null || analysis == null) {
      throw new IllegalStateException(need + " is " + status + " without category or analysis");
    }
    return new NeedRouted(
        need,
        by,
        owner,
        category,
        origin.groups(),
        analysis.persons(),
        analysis.priority(),
        analysis.band());
  }

  private List<NeedEvent> completed(Complete it) {
    if (project != null || route == Route.CASE) {
      return wrongState(it); // The project or case says when it is done.
    }
    if (it.note() != null) {
      PlainWords.mustSayNothingOfAPerson("note", it.note());
    }
    return List.of(new NeedServed(need, null));
  }

  private NeedDeclined declined(Decline it) {
    PlainWords.mustSayNothingOfAPerson("appealNote", it.note());
    return new NeedDeclined(need, it.reason());
  }

  private NeedFeedbackGiven fedBack(GiveFeedback it) {
    Instant served = kept.servedAt();
    Collecting.mustLieWithin(
        it.on(), served == null ? origin.collectedOn() : CountyTime.dayOf(served), it.today());
    PlainWords.mustSayNothingOfAPerson("text", it.note());
    return new NeedFeedbackGiven(need, it.channel(), project);
  }

  private NeedClosed confirmed(Confirm it) {
    if (it.resident() != null && !it.resident().equals(kept.raisedBy())) {
      throw new NotFound(need); // Residents do not see others.
    }
    return new NeedClosed(need, false, it.rating(), project);
  }

  private List<NeedEvent> disputed(Dispute it) {
    if (it.resident() != null && !it.resident().equals(kept.raisedBy())) {
      throw new NotFound(need); // Residents do not see others.
    }
    PlainWords.mustSayNothingOfAPerson("text", it.note());
    return List.of(
        new NeedDisputed(need, it.reason(), project),
        new NeedReopened(need, ReopenReason.DISPUTED));
  }

  private NeedReopened reopened(Reopen it) {
    Instant ended = kept.endedAt();
    if (it.reason() == ReopenReason.DISPUTED) {
      throw new Refused("NEED-001", need, status, "dispute", Status.FED_BACK);
    }
    if (it.reason() == ReopenReason.CASE_ENDED) {
      throw new Refused("NEED-001", need, status, "end-case", Status.IN_SERVICE);
    }
    if (ended == null || it.now().isAfter(ended.plus(it.within()))) {
      throw new Refused("NEED-018", need, it.within().toDays());
    }
    PlainWords.mustSayNothingOfAPerson("note", it.note());
    return new NeedReopened(need, it.reason());
  }

  private List<NeedEvent> timePassed(Instant now) {
    Instant dueAt = dueAt();
    if (dueAt == null || now.isBefore(dueAt)) {
      return List.of();
    }
    Waiting late = kept.waiting();
    if (status == Status.FED_BACK) {
      return List.of(new NeedClosed(need, true, null, project));
    }
    return late == null
        ? List.of()
        : List.of(
            new NeedOverdue(
                need,
                late.step(),
                late.dueAt(),
                Duration.between(late.dueAt(), now).toHours(),
                late.reminders() + 1));
  }

  /** When it has to be looked at again. */
  @Nullable Instant dueAt() {
    if (status == Status.FED_BACK) {
      return kept.confirmBy();
    }
    Waiting waiting = kept.waiting();
    if (waiting != null) {
      return waiting.nextAt();
    }
    Casework casework = kept.casework();
    return route == Route.CASE && casework != null ? casework.dueAt() : null;
  }

  /** The state after a fact. */
  Recorded then(NeedEvent event) {
    return switch (event) {
      case NeedCollected _ -> this; // Once is enough.
      case NeedSorted it ->
          with(draft -> {
            draft.status = Status.SORTED;
            draft.category = it.category();
          });
      case NeedMerged it ->
          with(draft -> {
            draft.status = Status.MERGED;
            draft.mergedInto = it.into();
          });
      case NeedEscalated it -> with(draft -> draft.owner = it.to());
      case NeedReturned it ->
          with(draft -> {
            draft.owner = it.to();
            draft.returns = it.round();
          });
      case NeedAnalysed it ->
          with(draft -> {
            draft.status = Status.ANALYSED;
            draft.analysis = Analysis.of(it);
          });
      case NeedMatched it -> with(draft -> draft.matches = matchesAfter(it));
      case NeedRouted it ->
          with(draft -> {
            draft.route = it.route();
            draft.status = it.route() == Route.PROJECT ? Status.AWAITING_PROJECT : status;
          });
      case NeedReferred it ->
          with(draft -> {
            draft.status = Status.REFERRED;
            draft.referral = new Referral(it.to(), it.dueAt());
          });
      case NeedReferralAnswered it ->
          it.accepted()
              ? this // Being served is said of its own.
              : with(draft -> {
                draft.status = Status.ANALYSED;
                draft.route = null;
                draft.referral = null;
              });
      case NeedDeclined it ->
          with(draft -> {
            draft.status = Status.DECLINED;
            draft.declined = it.reason();
          });
      case NeedPlanned it ->
          with(draft -> {
            draft.status = Status.PLANNED;
            draft.project = it.project();
          });
      case NeedUnplanned _ ->
          with(draft -> {
            draft.status = Status.AWAITING_PROJECT;
            draft.project = null;
          });
      case NeedInService _ -> with(draft -> draft.status = Status.IN_SERVICE);
      case NeedServed _ -> with(draft -> draft.status = Status.SERVED);
      case NeedFeedbackGiven _ -> with(draft -> draft.status = Status.FED_BACK);
      case NeedDisputed _ -> this; // What follows is said of its own.
      case NeedReopened _ ->
          with(draft -> {
            draft.status = Status.ANALYSED;
            draft.route = null;
            draft.referral = null;
            draft.project = null;
            draft.declined = null;
            draft.rating = null;
            draft.reopened = reopened + 1;
          });
      case NeedOverdue _ -> this; // Kept, see Times.
      case NeedClosed it ->
          with(draft -> {
            draft.status = Status.CLOSED;
            draft.rating = it.rating();
          });
    };
  }

  private List<Matched> matchesAfter(NeedMatched it) {
    var added = new Matched(it.supplierType(), it.supplier(), it.sufficient());
    List<Matched> all = new ArrayList<>(matches);
    all.removeIf(added::isSameSupplier);
    all.add(added);
    return List.copyOf(all);
  }

  /** The state with what is kept of a decision. */
  Recorded keeping(
      NeedCommand command, List<? extends NeedEvent> facts, Instant at, String actor, Times times) {
    boolean nothing = facts.isEmpty() && !command.from().contains(status);
    return nothing
        ? this
        : with(draft -> draft.kept = kept.after(command, facts, at, actor, times));
  }

  @Override
  public Recorded saying(UnaryOperator<String> words) {
    return with(draft -> draft.kept = kept.saying(words));
  }

  private Recorded with(Consumer<Draft> change) {
    var draft = new Draft(this);
    change.accept(draft);
    return draft.done();
  }
}

package org.threefold.needs.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.threefold.access.Refused;
import org.threefold.calendar.CountyTime;
import org.threefold.events.CaseCloseReason;
import org.threefold.events.CaseEvent;
import org.threefold.events.CaseEvent.CaseClosed;
import org.threefold.events.CaseEvent.CaseFollowUpOverdue;
import org.threefold.events.CaseId;
import org.threefold.needs.Entry;
import org.threefold.needs.casework.CaseCommand.AgreePlan;
import org.threefold.needs.casework.CaseCommand.Assess;
import org.threefold.needs.casework.CaseCommand.Close;
import org.threefold.needs.casework.CaseCommand.Countersign;
import org.threefold.needs.casework.CaseCommand.Evaluate;
import org.threefold.needs.casework.CaseCommand.Intervene;
import org.threefold.needs.casework.CaseCommand.LetTimePass;
import org.threefold.needs.casework.CaseCommand.LookAgain;
import org.threefold.needs.casework.CaseCommand.NoteNeedTold;
import org.threefold.needs.casework.CaseCommand.Open;
import org.threefold.needs.casework.CaseCommand.Refer;
import org.threefold.needs.casework.CaseCommand.RevisePlan;
import org.threefold.needs.casework.CaseCommand.StopEarly;
import org.threefold.needs.need.CaseOpening;

/**
 * What is kept of a case beside what its facts say.
 *
 * @param opening who the client is, and the consent; null only until it is kept
 * @param hands stand for those who have worked on it
 * @param closing why the worker asks for the end, if so
 * @param endedAt when it was closed
 * @param needTold whether the need knows of the end
 * @param followUps the looks after the end
 * @param entries what was written, oldest first
 */
record CaseKept(
    @Nullable CaseOpening opening,
    List<String> hands,
    @Nullable CaseCloseReason closing,
    @Nullable Instant endedAt,
    boolean needTold,
    List<FollowUp> followUps,
    List<Entry> entries) {

  static final CaseKept NOTHING =
      new CaseKept(null, List.of(), null, null, false, List.of(), List.of());

  /** Who closes a case tells the need at once; if that broke off, somebody else does it now. */
  private static final Duration TOLD_WITHIN = Duration.ofSeconds(5);

  /** What is kept after a command was decided. */
  CaseKept after(
      CaseCommand command,
      List<? extends CaseEvent> facts,
      Instant at,
      String actor,
      @Nullable String hand,
      List<Integer> followUpMonths) {
    CaseKept noted =
        switch (command) {
          case Open(var it) -> with(it, closing, needTold, followUps).worked(it.openedBy());
          case Close it -> with(opening, it.reason(), needTold, followUps).worked(hand);
          case NoteNeedTold _ -> with(opening, closing, true, followUps);
          case LookAgain it ->
              with(opening, closing, needTold, doneAfter(it.months())).worked(hand);
          case LetTimePass _ -> with(opening, closing, needTold, toldOf(facts));
          case Countersign _ -> this; // A supervisor's hand is not the worker's.
          case Assess _, AgreePlan _, RevisePlan _, Intervene _, Evaluate _, Refer _, StopEarly _ ->
              worked(hand);
        };
    return noted.ended(facts, at, followUpMonths).written(command, facts, at, actor);
  }

  private CaseKept with(
      @Nullable CaseOpening opened,
      @Nullable CaseCloseReason reason,
      boolean told,
      List<FollowUp> looks) {
    return new CaseKept(opened, hands, reason, endedAt, told, looks, entries);
  }

  private CaseKept worked(@Nullable String hand) {
    if (hand == null || hands.contains(hand)) {
      return this;
    }
    List<String> more = new ArrayList<>(hands);
    more.add(hand);
    return new CaseKept(opening, List.copyOf(more), closing, endedAt, needTold, followUps, entries);
  }

  private List<FollowUp> doneAfter(int months) {
    return followUps.stream()
        .map(it -> it.months() == months ? new FollowUp(months, it.dueAt(), true, it.told()) : it)
        .toList();
  }

  private List<FollowUp> toldOf(List<? extends CaseEvent> facts) {
    List<Integer> late =
        facts.stream()
            .filter(CaseFollowUpOverdue.class::isInstance)
            .map(it -> ((CaseFollowUpOverdue) it).months())
            .toList();
    return followUps.stream()
        .map(it ->
            late.contains(it.months())
                ? new FollowUp(it.months(), it.dueAt(), it.done(), true)
                : it)
        .toList();
  }

  private CaseKept ended(List<? extends CaseEvent> facts, Instant at, List<Integer> months) {
    return facts.stream()
        .filter(CaseClosed.class::isInstance)
        .map(it -> (CaseClosed) it)
        .findFirst()
        .map(it -> {
          boolean looked = new End(it.outcome(), it.reason()).isFollowedUp();
          return new CaseKept(
              opening,
              hands,
              closing,
              at,
              false,
              looked ? months.stream().map(after -> followUp(after, at)).toList() : List.of(),
              entries);
        })
        .orElse(this);
  }

  /** Due at the end of the day that is so many months after the end. */
  private static FollowUp followUp(int months, Instant endedAt) {
    LocalDate day = CountyTime.dayOf(endedAt).plusMonths(months);
    return new FollowUp(months, CountyTime.startOf(day.plusDays(1)), false, false);
  }

  private CaseKept written(
      CaseCommand command, List<? extends CaseEvent> facts, Instant at, String actor) {
    if (facts.isEmpty() && command.words().isEmpty()) {
      return this;
    }
    String what =
        facts.isEmpty()
            ? command.getClass().getSimpleName()
            : facts.getFirst().getClass().getSimpleName();
    List<Entry> more = new ArrayList<>(entries);
    more.add(new Entry(what, at, actor, command.words()));
    return new CaseKept(opening, hands, closing, endedAt, needTold, followUps, List.copyOf(more));
  }

  /** The same with all words said otherwise. */
  CaseKept saying(UnaryOperator<String> words) {
    return new CaseKept(
        opening,
        hands,
        closing,
        endedAt,
        needTold,
        followUps,
        entries.stream().map(it -> it.saying(words)).toList());
  }

  /**
   * Why the case ends, if this supervisor may countersign it.
   *
   * @throws Refused NEED-051 if nobody has asked for the end, or the supervisor has worked on it
   */
  CaseCloseReason closingFor(CaseId id, Countersign it) {
    if (closing == null || hands.contains(it.subject())) {
      throw new Refused("NEED-051", id);
    }
    return closing;
  }

  /**
   * Goes on if this look is waited for, and was on a day since the end.
   *
   * @throws Refused NEED-054 otherwise
   */
  void mustWaitFor(CaseId id, LookAgain it) {
    LocalDate ended = CountyTime.dayOf(Objects.requireNonNull(endedAt));
    boolean fits =
        followUps.stream().anyMatch(look -> look.months() == it.months() && !look.done())
            && !it.on().isBefore(ended)
            && !it.on().isAfter(it.today());
    if (!fits) {
      String open =
          followUps.stream()
              .filter(look -> !look.done())
              .map(look -> Integer.toString(look.months()))
              .reduce((one, other) -> one + ", " + other)
              .orElse("–");
      throw new Refused("NEED-054", id, it.months(), open, ended);
    }
  }

  /** Whether the need has still to be told of the end. */
  boolean owesTheNeed() {
    return endedAt != null && !needTold;
  }

  /** When it has to be looked at again. */
  @Nullable Instant dueAt() {
    if (endedAt != null && !needTold) {
      return endedAt.plus(TOLD_WITHIN);
    }
    return followUps.stream()
        .filter(FollowUp::isWaitedFor)
        .map(FollowUp::dueAt)
        .min(Instant::compareTo)
        .orElse(null);
  }
}

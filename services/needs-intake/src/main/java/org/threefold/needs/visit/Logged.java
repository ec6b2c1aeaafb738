package org.threefold.needs.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.threefold.access.Refused;
import org.threefold.calendar.CountyTime;
import org.threefold.events.DeskOutcome;
import org.threefold.events.DivisionCode;
import org.threefold.events.NeedId;
import org.threefold.events.ResidentRef;
import org.threefold.events.StationId;
import org.threefold.events.VisitEvent;
import org.threefold.events.VisitEvent.VisitCompleted;
import org.threefold.events.VisitEvent.VisitLeftOpen;
import org.threefold.events.VisitEvent.VisitReceived;
import org.threefold.events.VisitId;
import org.threefold.events.VisitPurpose;
import org.threefold.needs.desk.DeskRules;
import org.threefold.needs.visit.VisitCommand.Complete;
import org.threefold.needs.visit.VisitCommand.LetDayEnd;
import org.threefold.needs.visit.VisitCommand.Receive;

/**
 * A visit that stands in the log.
 *
 * @param day the county's day on which it was
 * @param handler the account of who received it; empty until that is kept, a moment after the fact
 * @param resident who came, if somebody who is registered
 * @param words what was said, sealed if it is of a registered resident
 * @param endWords what was said when it was completed later
 */
record Logged(
    VisitId visit,
    StationId unit,
    DivisionCode division,
    LocalDate day,
    VisitPurpose purpose,
    Instant receivedAt,
    State state,
    @Nullable DeskOutcome outcome,
    @Nullable NeedId need,
    String handler,
    @Nullable ResidentRef resident,
    @Nullable String words,
    @Nullable String endWords)
    implements Visit {

  /** Whether somebody has said what came of it. */
  enum State {
    OPEN,
    /** The day ended without a word (NEED-030). */
    LEFT_OPEN,
    COMPLETED
  }

  static Logged from(VisitReceived it) {
    return new Logged(
        it.visit(),
        it.unit(),
        it.unit().division(),
        CountyTime.dayOf(it.receivedAt()),
        it.purpose(),
        it.receivedAt(),
        it.outcome() == null ? State.OPEN : State.COMPLETED,
        it.outcome(),
        it.need(),
        "",
        null,
        null,
        null);
  }

  /** What follows from this command. */
  List<VisitEvent> follows(VisitCommand command) {
    return switch (command) {
      case Receive _ -> throw new Refused("NEED-001", visit, state, "receive", "–");
      case Complete it -> List.of(completed(it));
      case LetDayEnd it ->
          state == State.OPEN && !it.now().isBefore(endOfDay(receivedAt))
              ? List.of(new VisitLeftOpen(visit, unit, day))
              : List.of();
    };
  }

  private VisitCompleted completed(Complete it) {
    if (state == State.COMPLETED) {
      throw new Refused("NEED-001", visit, state, "complete", State.OPEN + ", " + State.LEFT_OPEN);
    }
    DeskRules.mustBeKeepable("words", it.words(), resident);
    it.came().mustFit();
    boolean late = !it.now().isBefore(endOfDay(receivedAt));
    if (late && (it.words() == null || it.words().isBlank())) {
      throw new Refused("NEED-030", visit);
    }
    return new VisitCompleted(visit, unit, it.came().outcome(), it.came().need(), late);
  }

  /** When the day of a visit is over. */
  static Instant endOfDay(Instant receivedAt) {
    return CountyTime.startOf(CountyTime.dayOf(receivedAt).plusDays(1));
  }

  @Nullable Instant dayEnd() {
    return state == State.OPEN ? endOfDay(receivedAt) : null;
  }

  /** The state after a fact. */
  Logged then(VisitEvent event) {
    return switch (event) {
      case VisitReceived _ -> this; // Once is enough.
      case VisitLeftOpen _ -> with(State.LEFT_OPEN, outcome, need);
      case VisitCompleted it -> with(State.COMPLETED, it.outcome(), it.need());
    };
  }

  private Logged with(State next, @Nullable DeskOutcome came, @Nullable NeedId raised) {
    return new Logged(
        visit,
        unit,
        division,
        day,
        purpose,
        receivedAt,
        next,
        came,
        raised,
        handler,
        resident,
        words,
        endWords);
  }

  /** The state with what is kept of a decision and never told. */
  Logged keeping(VisitCommand command, UnaryOperator<String> sealing) {
    String said = command.words() == null ? null : sealing.apply(command.words());
    return switch (command) {
      case Receive it -> saying(it.handler(), it.resident(), said, null);
      case Complete _ -> saying(handler, resident, words, said);
      case LetDayEnd _ -> this;
    };
  }

  private Logged saying(
      String account, @Nullable ResidentRef who, @Nullable String first, @Nullable String last) {
    return new Logged(
        visit,
        unit,
        division,
        day,
        purpose,
        receivedAt,
        state,
        outcome,
        need,
        account,
        who,
        first,
        last);
  }
}

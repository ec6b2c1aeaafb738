package org.threefold.needs.help;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.threefold.access.Refused;
import org.threefold.calendar.CountyTime;
import org.threefold.events.Channel;
import org.threefold.events.DeskOutcome;
import org.threefold.events.DivisionCode;
import org.threefold.events.HelpRequestEvent;
import org.threefold.events.HelpRequestEvent.HelpRequestClosed;
import org.threefold.events.HelpRequestEvent.HelpRequestOverdue;
import org.threefold.events.HelpRequestEvent.HelpRequestReceived;
import org.threefold.events.HelpRequestEvent.HelpRequestResponded;
import org.threefold.events.HelpRequestId;
import org.threefold.events.HelpUrgency;
import org.threefold.events.NeedId;
import org.threefold.events.ResidentRef;
import org.threefold.events.StationId;
import org.threefold.needs.desk.DeskRules;
import org.threefold.needs.help.HelpCommand.Close;
import org.threefold.needs.help.HelpCommand.LetTimePass;
import org.threefold.needs.help.HelpCommand.Receive;
import org.threefold.needs.help.HelpCommand.Respond;

/**
 * A help request that was received.
 *
 * @param reminders how often was said that the first response is late
 * @param remindAt when that is said next; null when it was said often enough, or is answered
 * @param respondedBy the account of who answered first
 * @param words what the resident said, sealed if the resident is registered
 * @param answer what was answered first
 * @param endWords what was said when it was closed
 */
record Taken(
    HelpRequestId request,
    StationId unit,
    DivisionCode division,
    LocalDate day,
    Channel channel,
    HelpUrgency urgency,
    Instant receivedAt,
    Instant respondBy,
    State state,
    int reminders,
    @Nullable Instant remindAt,
    @Nullable Instant firstResponseAt,
    @Nullable String respondedBy,
    @Nullable DeskOutcome outcome,
    @Nullable NeedId need,
    @Nullable ResidentRef resident,
    @Nullable String words,
    @Nullable String answer,
    @Nullable String endWords)
    implements HelpRequest {

  /** How far it has come. */
  enum State {
    RECEIVED,
    RESPONDED,
    CLOSED
  }

  static Taken from(HelpRequestReceived it) {
    return new Taken(
        it.request(),
        it.unit(),
        it.unit().division(),
        CountyTime.dayOf(it.receivedAt()),
        it.channel(),
        it.urgency(),
        it.receivedAt(),
        it.respondBy(),
        State.RECEIVED,
        0,
        it.respondBy(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** What follows from this command. */
  List<HelpRequestEvent> follows(HelpCommand command) {
    return switch (command) {
      case Receive _ -> throw wrongState("receive", "–");
      case Respond it -> List.of(responded(it));
      case Close it -> List.of(closed(it));
      case LetTimePass it -> timePassed(it.now());
    };
  }

  private Refused wrongState(String command, Object possible) {
    return new Refused("NEED-001", request, state, command, possible);
  }

  private HelpRequestResponded responded(Respond it) {
    if (state != State.RECEIVED) {
      throw wrongState("respond", State.RECEIVED);
    }
    DeskRules.mustLieWithin(it.at(), receivedAt, it.now());
    DeskRules.mustBeKeepable("words", it.words(), resident);
    return new HelpRequestResponded(
        request, unit, urgency, receivedAt, it.at(), !it.at().isAfter(respondBy));
  }

  private HelpRequestClosed closed(Close it) {
    if (state != State.RESPONDED) {
      throw wrongState("close", State.RESPONDED);
    }
    DeskRules.mustBeKeepable("words", it.words(), resident);
    it.came().mustFit();
    return new HelpRequestClosed(request, unit, it.came().outcome(), it.came().need());
  }

  /**
   * Goes on if a need may be raised out of it: it was answered and is not closed, or is closed with
   * this very need, which is what a repeated request finds.
   *
   * @throws Refused NEED-001
   */
  void mustTake(NeedId raised) {
    if (state != State.RESPONDED && !raised.equals(need)) {
      throw wrongState("raise-need", State.RESPONDED);
    }
  }

  private List<HelpRequestEvent> timePassed(Instant now) {
    if (remindAt == null || now.isBefore(remindAt)) {
      return List.of();
    }
    long hours = Duration.between(respondBy, now).toHours();
    return List.of(new HelpRequestOverdue(request, unit, urgency, respondBy, hours, reminders + 1));
  }

  /** The state after a fact. */
  Taken then(HelpRequestEvent event) {
    return switch (event) {
      case HelpRequestReceived _ -> this; // Once is enough.
      case HelpRequestResponded it ->
          with(draft -> {
            draft.state = State.RESPONDED;
            draft.firstResponseAt = it.firstResponseAt();
            draft.remindAt = null;
          });
      case HelpRequestOverdue it -> with(draft -> draft.reminders = it.level());
      case HelpRequestClosed it ->
          with(draft -> {
            draft.state = State.CLOSED;
            draft.outcome = it.outcome();
            draft.need = it.need();
          });
    };
  }

  /** The state with what is kept of a decision and never told. */
  Taken keeping(
      HelpCommand command,
      List<? extends HelpRequestEvent> facts,
      UnaryOperator<String> sealing,
      HelpTimes times) {
    String said = command.words() == null ? null : sealing.apply(command.words());
    return switch (command) {
      case Receive it ->
          with(draft -> {
            draft.resident = it.resident();
            draft.words = said;
          });
      case Respond it ->
          with(draft -> {
            draft.respondedBy = it.by();
            draft.answer = said;
          });
      case Close _ -> with(draft -> draft.endWords = said);
      case LetTimePass _ ->
          facts.isEmpty() ? this : with(draft -> draft.remindAt = nextReminder(times));
    };
  }

  /** The same time has to pass once more before it is said again. */
  private @Nullable Instant nextReminder(HelpTimes times) {
    return remindAt == null || reminders >= HelpTimes.REMINDERS_MAX
        ? null
        : times.end(urgency, remindAt);
  }

  private Taken with(Consumer<Draft> change) {
    var draft = new Draft(this);
    change.accept(draft);
    return draft.done();
  }
}

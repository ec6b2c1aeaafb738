package org.threefold.needs.help;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.threefold.events.DeskOutcome;
import org.threefold.events.NeedId;
import org.threefold.events.ResidentRef;

/** A help request while one fact changes it; lives no longer than that. */
final class Draft {

  private final Taken it;
  Taken.State state;
  int reminders;
  @Nullable Instant remindAt;
  @Nullable Instant firstResponseAt;
  @Nullable String respondedBy;
  @Nullable DeskOutcome outcome;
  @Nullable NeedId need;
  @Nullable ResidentRef resident;
  @Nullable String words;
  @Nullable String answer;
  @Nullable String endWords;

  Draft(Taken it) {
    this.it = it;
    state = it.state();
    reminders = it.reminders();
    remindAt = it.remindAt();
    firstResponseAt = it.firstResponseAt();
    respondedBy = it.respondedBy();
    outcome = it.outcome();
    need = it.need();
    resident = it.resident();
    words = it.words();
    answer = it.answer();
    endWords = it.endWords();
  }

  Taken done() {
    return new Taken(
        it.request(),
        it.unit(),
        it.division(),
        it.day(),
        it.channel(),
        it.urgency(),
        it.receivedAt(),
        it.respondBy(),
        state,
        reminders,
        remindAt,
        firstResponseAt,
        respondedBy,
        outcome,
        need,
        resident,
        words,
        answer,
        endWords);
  }
}

package org.threefold.needs.help;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.threefold.events.Channel;
import org.threefold.events.DeskOutcome;
import org.threefold.events.HelpRequestId;
import org.threefold.events.HelpUrgency;
import org.threefold.events.NeedId;
import org.threefold.events.ResidentRef;
import org.threefold.events.StationId;

/**
 * A help request as people see it; who called, who answered and the words are for the town only.
 */
record HelpView(
    HelpRequestId request,
    StationId unit,
    LocalDate day,
    Channel channel,
    HelpUrgency urgency,
    Instant receivedAt,
    Instant respondBy,
    Taken.State state,
    int reminders,
    @Nullable Instant firstResponseAt,
    @Nullable DeskOutcome outcome,
    @Nullable NeedId need,
    @Nullable String respondedBy,
    @Nullable ResidentRef resident,
    @Nullable String words,
    @Nullable String answer,
    @Nullable String endWords) {

  /** What somebody sees of it who may read its words so. */
  static HelpView of(Taken it, boolean near, UnaryOperator<@Nullable String> words) {
    return new HelpView(
        it.request(),
        it.unit(),
        it.day(),
        it.channel(),
        it.urgency(),
        it.receivedAt(),
        it.respondBy(),
        it.state(),
        it.reminders(),
        it.firstResponseAt(),
        it.outcome(),
        it.need(),
        near ? it.respondedBy() : null,
        near ? it.resident() : null,
        words.apply(it.words()),
        words.apply(it.answer()),
        words.apply(it.endWords()));
  }
}

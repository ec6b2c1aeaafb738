package org.threefold.needs.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.threefold.events.DeskOutcome;
import org.threefold.events.NeedId;
import org.threefold.events.ResidentRef;
import org.threefold.events.StationId;
import org.threefold.events.VisitId;
import org.threefold.events.VisitPurpose;

/** A visit as people see it; who came, who received it and what was said is for the town only. */
record VisitView(
    VisitId visit,
    StationId unit,
    LocalDate day,
    VisitPurpose purpose,
    Instant receivedAt,
    Logged.State state,
    @Nullable DeskOutcome outcome,
    @Nullable NeedId need,
    @Nullable String handler,
    @Nullable ResidentRef resident,
    @Nullable String words,
    @Nullable String endWords) {

  /** What somebody sees of it who may read its words so. */
  static VisitView of(Logged it, boolean near, UnaryOperator<@Nullable String> words) {
    return new VisitView(
        it.visit(),
        it.unit(),
        it.day(),
        it.purpose(),
        it.receivedAt(),
        it.state(),
        it.outcome(),
        it.need(),
        near ? it.handler() : null,
        near ? it.resident() : null,
        words.apply(it.words()),
        words.apply(it.endWords()));
  }
}

package org.threefold.needs.safeguarding;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.threefold.events.AlertId;
import org.threefold.events.ResidentRef;
import org.threefold.events.StationId;
import org.threefold.needs.Entry;

/**
 * An alert as it is shown to those who may see it.
 *
 * @param entries what was written; not in lists
 */
record AlertView(
    AlertId alert,
    StationId unit,
    Instant raisedAt,
    AlertStatus status,
    Suspicion kind,
    boolean pupil,
    @Nullable ResidentRef resident,
    Instant reportBy,
    boolean late,
    List<Report> reports,
    @Nullable List<Entry> entries) {

  /** With its words, as they were written. */
  static AlertView of(RaisedAlert it) {
    return of(it, Objects.requireNonNull(it.kept()).entries());
  }

  /** Without its words. */
  static AlertView brief(RaisedAlert it) {
    return of(it, null);
  }

  private static AlertView of(RaisedAlert it, @Nullable List<Entry> entries) {
    RaisedAlert.Kept kept = Objects.requireNonNull(it.kept());
    return new AlertView(
        it.id(),
        it.unit(),
        it.raisedAt(),
        it.status(),
        kept.kind(),
        kept.pupil(),
        kept.resident(),
        kept.reportBy(),
        it.told(),
        kept.reports(),
        entries);
  }
}

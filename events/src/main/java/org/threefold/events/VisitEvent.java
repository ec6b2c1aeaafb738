package org.threefold.events;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What came of somebody who came to a unit. */
public sealed interface VisitEvent extends IntakeEvent {

  /** Which visit. */
  VisitId visit();

  /** Where. */
  StationId unit();

  @Override
  default Stream stream() {
    return Stream.of("visit", visit());
  }

  /** Somebody came to a unit; an outcome that is known at once comes with it, and its need. */
  @WireName("visit.received.v1")
  record VisitReceived(
      VisitId visit,
      StationId unit,
      VisitPurpose purpose,
      Instant receivedAt,
      @Nullable DeskOutcome outcome,
      @Nullable NeedId need)
      implements VisitEvent {}

  /** The day of the unit ended and nobody had said what came of the visit (NEED-030). */
  @WireName("visit.left-open.v1")
  record VisitLeftOpen(VisitId visit, StationId unit, LocalDate day) implements VisitEvent {}

  /** What came of a visit was said later; afterDayEnd is when its day was over, with a reason. */
  @WireName("visit.completed.v1")
  record VisitCompleted(
      VisitId visit,
      StationId unit,
      DeskOutcome outcome,
      @Nullable NeedId need,
      boolean afterDayEnd)
      implements VisitEvent {}
}

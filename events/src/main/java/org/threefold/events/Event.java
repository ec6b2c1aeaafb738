package org.threefold.events;

/**
 * A fact one service publishes, or a department tells us. Every event of the county is in this
 * package.
 */
public sealed interface Event
    permits StationEvent, IntakeEvent, ProjectEvent, FundEvent, EvaluationEvent, ActivityEvent {

  /** The aggregate this happened to. */
  Stream stream();

  /** The need or project this belongs to; for reference data, the thing itself. */
  default String flow() {
    return stream().id();
  }
}

package org.threefold.oversight.need;

/** The steps of figure N-01, in order: what a need has ever reached, not where it stands. */
public enum Step {
  COLLECTED,
  SORTED,
  ANALYSED,
  ROUTED,
  PLANNED,
  IN_SERVICE,
  SERVED,
  FED_BACK,
  CLOSED
}

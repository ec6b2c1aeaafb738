package org.threefold.events;

/** Why the work of a project was ended before it was done. */
public enum TerminationCause {
  PURCHASER_WITHDRAWS,
  UNDERTAKER_DEFAULTS,
  UNDERTAKER_BARRED,
  ACCEPTANCE_FAILED,
  NO_LONGER_POSSIBLE
}

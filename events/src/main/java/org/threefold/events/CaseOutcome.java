package org.threefold.events;

/** How a case came to its end. */
public enum CaseOutcome {
  COMPLETED,
  REFERRED,
  EARLY
}

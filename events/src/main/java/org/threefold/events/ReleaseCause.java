package org.threefold.events;

/** Why held or committed money went back to its funds. */
public enum ReleaseCause {
  PROJECT_RETURNED,
  PROJECT_REJECTED,
  PROJECT_CANCELLED,
  CONTRIBUTION_REVERSED
}

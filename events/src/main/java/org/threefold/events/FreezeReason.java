package org.threefold.events;

/** Why nothing of a fund may move. */
public enum FreezeReason {
  COUNTY_ORDER,
  CONTRIBUTION_REVERSED,
  BROKEN_IDENTITY
}

package org.threefold.events;

/** Age without a birthday. */
public enum AgeBand {
  UNDER_14,
  FROM_14,
  FROM_18,
  FROM_60,
  FROM_80,
  MIXED
}

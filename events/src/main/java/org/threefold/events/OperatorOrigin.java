package org.threefold.events;

/**
 * Whether an agency was introduced from outside the county or grew here; unknown only for what was
 * there before.
 */
public enum OperatorOrigin {
  INTRODUCED,
  LOCAL,
  UNKNOWN
}

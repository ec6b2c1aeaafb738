package org.threefold.needs.supply;

/** Whether something on offer can be had. */
public enum Availability {
  /** It can be had. */
  NOW,
  /** It is designed and does not run yet. */
  NOT_YET,
  /** There is no such thing, or no more. */
  NEVER
}

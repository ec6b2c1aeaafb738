package org.threefold.events;

/** What came of a visit or a help request (domain §1.L). */
public enum DeskOutcome {
  ANSWERED,
  NEED_RAISED,
  CASE,
  REFERRED
}

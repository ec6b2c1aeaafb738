package org.threefold.needs.need;

/** How far a need has come (domain §3.2.2). */
enum Status {
  COLLECTED,
  SORTED,
  ANALYSED,
  AWAITING_PROJECT,
  PLANNED,
  IN_SERVICE,
  SERVED,
  FED_BACK,
  CLOSED,
  MERGED,
  DECLINED;

  /** Whether somebody still has to do something about it. */
  boolean isLive() {
    return this != CLOSED && this != MERGED && this != DECLINED;
  }
}

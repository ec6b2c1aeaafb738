package org.threefold.needs.need;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How far a need has come (domain §3.2.2). */
public enum Status {
  COLLECTED,
  SORTED,
  ANALYSED,
  AWAITING_PROJECT,
  REFERRED,
  PLANNED,
  IN_SERVICE,
  SERVED,
  FED_BACK,
  CLOSED,
  MERGED,
  DECLINED;

  /** Those in which somebody still has something to do. */
  static final Set<Status> LIVE =
      Stream.of(values()).filter(Status::isLive).collect(Collectors.toUnmodifiableSet());

  /** Whether somebody still has to do something about it. */
  boolean isLive() {
    return this != CLOSED && this != MERGED && this != DECLINED;
  }
}

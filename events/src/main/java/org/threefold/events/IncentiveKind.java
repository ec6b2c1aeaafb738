package org.threefold.events;

/** What a good grade brings (domain §3.5.4). */
public enum IncentiveKind {
  PRIORITY,
  AWARD_AND_PRIORITY
}

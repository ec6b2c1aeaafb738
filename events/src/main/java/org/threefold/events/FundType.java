package org.threefold.events;

/** Where money comes from and what binds it (domain §8.4). */
public enum FundType {
  PILOT,
  SPECIAL,
  CA_ASSISTANCE,
  CA_ELDERLY,
  CA_CHILD,
  CA_GOVERNANCE,
  CA_OTHER,
  DEPT,
  WELFARE_LOTTERY,
  MICRO,
  FEE,
  DONATION
}

package org.threefold.events;

/** What a community micro-fund may give money for (domain §2.8). */
public enum GrantPurpose {
  HARDSHIP_CARE,
  PUBLIC_BENEFIT_ACTIVITY,
  PUBLIC_SERVICE,
  ORGANISATION_CULTIVATION,
  VOLUNTEERING
}

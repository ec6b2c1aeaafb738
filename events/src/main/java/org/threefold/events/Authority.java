package org.threefold.events;

/** Who has to be told of suspected harm (domain §2.9). */
public enum Authority {
  POLICE,
  CIVIL_AFFAIRS,
  EDUCATION
}

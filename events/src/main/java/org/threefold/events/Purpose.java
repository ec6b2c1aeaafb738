package org.threefold.events;

/** What money may be spent on as a whole (domain §8.4). */
public enum Purpose {
  SYSTEM_BUILDING,
  SERVICE_PROJECT,
  SIGNAGE,
  ACTIVITY
}

package org.threefold.events;

/** Where a division stands in the tree. */
public enum DivisionLevel {
  COUNTY,
  TOWN,
  COMMUNITY,
  VILLAGE
}

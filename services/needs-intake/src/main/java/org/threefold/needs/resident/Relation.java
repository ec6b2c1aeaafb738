package org.threefold.needs.resident;

/** What a guardian is to the resident. */
enum Relation {
  PARENT,
  GRANDPARENT,
  SIBLING,
  SPOUSE,
  CHILD,
  RELATIVE,
  COMMITTEE,
  CIVIL_AFFAIRS
}

package org.threefold.events;

/** Who employs a member of staff. */
public enum EmployerKind {
  TOWN_GOVERNMENT,
  OPERATOR,
  COMMUNITY,
  COUNTY
}

package org.threefold.events;

/** Who paid into a fund. */
public enum PayerKind {
  FISCAL,
  DEPARTMENT,
  ENTERPRISE,
  CHARITY,
  RESIDENTS
}

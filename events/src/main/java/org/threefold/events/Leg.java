package org.threefold.events;

/** The three parties whose judgements are combined. */
public enum Leg {
  RESIDENT,
  THIRD_PARTY,
  GOVERNMENT
}

package org.threefold.needs.casework;

import java.util.EnumSet;
import java.util.Set;

/** How far a case has come (domain §3.2.3). */
enum Stage {
  OPENED,
  ASSESSED,
  PLANNED,
  INTERVENING,
  EVALUATED,
  CLOSED;

  /** Those in which a case may still be handed on or break off. */
  static final Set<Stage> BEFORE_EVALUATED = EnumSet.of(OPENED, ASSESSED, PLANNED, INTERVENING);
}

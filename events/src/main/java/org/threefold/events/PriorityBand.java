package org.threefold.events;

/** Priority 30 and above is A, 20 to 29 is B, below is C (domain §3.2.5). */
public enum PriorityBand {
  A,
  B,
  C
}

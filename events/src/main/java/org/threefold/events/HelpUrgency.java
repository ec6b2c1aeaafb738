package org.threefold.events;

/** How soon a help request has to be answered first (domain §3.6). */
public enum HelpUrgency {
  URGENT,
  NORMAL
}

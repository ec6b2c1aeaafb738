package org.threefold.needs.safeguarding;

/** How far an alert has come (domain §3.2.4). */
enum AlertStatus {
  RAISED,
  REPORTED,
  CLOSED
}

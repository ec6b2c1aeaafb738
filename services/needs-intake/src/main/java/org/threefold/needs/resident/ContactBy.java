package org.threefold.needs.resident;

/** How a resident wants to be reached. */
enum ContactBy {
  PHONE,
  HOME_VISIT,
  AT_STATION,
  GUARDIAN
}

package org.threefold.projects.activity;

/** How far a department's activity has come (domain §3.3.3). */
enum Status {
  /** Nobody has said anything of it that counts. */
  UNKNOWN,
  /** What was said of it breaks a rule; a later revision may be better. */
  REJECTED,
  /** It stands, and needs may be matched with it. */
  ACCEPTED,
  /** It will not be held. */
  CANCELLED,
  /** It was held. */
  REPORTED
}

package org.threefold.events;

/** Who takes a client on after a referral. */
public enum CaseReceiver {
  DEPARTMENT,
  HEALTH,
  EDUCATION,
  JUSTICE,
  AGENCY,
  OTHER
}

package org.threefold.events;

/** How a need reached a unit (domain §8.8). */
public enum Channel {
  WALK_IN,
  PHONE,
  HOME_VISIT,
  MEETING,
  QUESTIONNAIRE,
  ONLINE,
  DEPARTMENT_REFERRAL,
  GRID_WORKER
}

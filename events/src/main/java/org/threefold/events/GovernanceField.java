package org.threefold.events;

/** The field of governance a project serves (domain §8.7). */
public enum GovernanceField {
  ELDERLY_CARE,
  CHILD_WELFARE,
  SOCIAL_ASSISTANCE,
  DISABILITY,
  FAMILY_WOMEN,
  YOUTH,
  COMMUNITY_GOVERNANCE,
  VOLUNTEERING,
  MENTAL_HEALTH,
  EPIDEMIC,
  CIVILITY
}

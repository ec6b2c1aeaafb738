package org.threefold.events;

/**
 * Which of the five societies a resource is of (domain §8.12); units of the area and community
 * organisations are told apart from the others.
 */
public enum ResourceKind {
  COMMUNITY,
  AREA_UNIT,
  SOCIAL_ORG,
  COMMUNITY_ORG,
  SOCIAL_WORKER,
  VOLUNTEER,
  CHARITY_RESOURCE
}

package org.threefold.events;

/** What kind of activity a department holds (domain §8.3). */
public enum ActivityType {
  FESTIVAL_VISIT,
  COMPANIONSHIP,
  COGNITIVE_GAME,
  CIVIC_HELP,
  CHILD_COMPANION,
  GIRL_CARE,
  TRAINING,
  PUBLICITY,
  OTHER
}

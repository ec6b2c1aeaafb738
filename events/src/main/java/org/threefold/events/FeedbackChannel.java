package org.threefold.events;

/** How residents were told what came of their need. */
public enum FeedbackChannel {
  IN_PERSON,
  PHONE,
  HOME_VISIT,
  MEETING,
  ONLINE
}

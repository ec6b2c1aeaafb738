package org.threefold.needs.casework;

import java.time.Instant;

/**
 * A look after the end of a case.
 *
 * @param months so long after it
 * @param dueAt when it should have been at the latest
 * @param told whether was said that it is late
 */
record FollowUp(int months, Instant dueAt, boolean done, boolean told) {

  boolean isWaitedFor() {
    return !done && !told;
  }
}

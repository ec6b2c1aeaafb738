package org.threefold.needs.casework;

import org.threefold.events.CaseCloseReason;
import org.threefold.events.CaseOutcome;

/** How a case came to its end. */
record End(CaseOutcome outcome, CaseCloseReason reason) {

  /** Whether the need is answered with it; beyond the agency's means it is not. */
  boolean meetsTheNeed() {
    return reason != CaseCloseReason.AGENCY_LIMIT;
  }

  /** Whether there is still somebody to visit. */
  boolean isFollowedUp() {
    return switch (reason) {
      case GOALS_MET, CLIENT_ENDED, REFERRED, AGENCY_LIMIT -> true;
      case MOVED, DIED, LOST -> false;
    };
  }
}

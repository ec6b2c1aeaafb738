package org.threefold.needs.help;

import java.time.Duration;
import java.time.Instant;
import org.threefold.calendar.WorkingDays;
import org.threefold.events.HelpUrgency;

/** How long a first response may take: hours of the clock if urgent, else whole working days. */
record HelpTimes(WorkingDays days, Duration urgentWithin, int normalWithin) {

  /** So often is said that a response is late. */
  static final int REMINDERS_MAX = 3;

  /** When what begins now should be done. */
  Instant end(HelpUrgency urgency, Instant from) {
    return switch (urgency) {
      case URGENT -> from.plus(urgentWithin);
      case NORMAL -> days.after(from, normalWithin);
    };
  }
}

package org.threefold.needs.casework;

import java.time.LocalDate;

/** What client and worker have agreed on: how many goals, and from when until when. */
record Plan(int revision, int goals, LocalDate from, LocalDate until) {

  boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(until);
  }
}

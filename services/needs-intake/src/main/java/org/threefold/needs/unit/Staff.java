package org.threefold.needs.unit;

import java.time.LocalDate;
import org.threefold.events.StaffCategory;
import org.threefold.events.StationId;

/** Somebody who works at a unit from a day on, as intake knows it. */
record Staff(StationId unit, StaffCategory category, boolean fullTime, LocalDate from) {

  /** Whether this is one of the unit's full-time social workers on that day. */
  boolean mayLeadCases(LocalDate on) {
    return category == StaffCategory.SOCIAL_WORKER && fullTime && !from.isAfter(on);
  }
}

package org.threefold.needs.unit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.threefold.events.StationId;

/**
 * A unit as intake knows it.
 *
 * @param unit which
 * @param name what it is called in public; null while that was not heard
 * @param openFrom the day from which it may take needs; null while it is only planned
 */
record Unit(StationId unit, @Nullable String name, @Nullable LocalDate openFrom) {

  boolean isOpen(LocalDate on) {
    return openFrom != null && !openFrom.isAfter(on);
  }
}

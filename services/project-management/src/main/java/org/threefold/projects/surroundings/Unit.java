package org.threefold.projects.surroundings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.events.OperatorId;
import org.threefold.events.StationId;

/**
 * A unit as projects know it.
 *
 * @param openFrom the day from which it may own projects; null while it is only planned
 * @param runBy which agencies run it when
 */
record Unit(StationId unit, @Nullable LocalDate openFrom, List<Run> runBy) {

  /** An agency runs the unit between two days, both included. */
  record Run(OperatorId operator, LocalDate start, LocalDate end) {

    boolean includes(LocalDate day) {
      return !day.isBefore(start) && !day.isAfter(end);
    }
  }

  static Unit planned(StationId unit) {
    return new Unit(unit, null, List.of());
  }

  Unit open(LocalDate from) {
    return new Unit(unit, from, runBy);
  }

  Unit with(Run run) {
    List<Run> all = new ArrayList<>(runBy);
    all.add(run);
    return new Unit(unit, openFrom, List.copyOf(all));
  }

  boolean isOpen(LocalDate on) {
    return openFrom != null && !openFrom.isAfter(on);
  }
}

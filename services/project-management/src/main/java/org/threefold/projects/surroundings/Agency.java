package org.threefold.projects.surroundings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An agency as projects know it.
 *
 * @param registered whether the registry has said that it exists
 * @param bars when it may undertake nothing
 */
record Agency(boolean registered, List<Bar> bars) {

  static final Agency UNKNOWN = new Agency(false, List.of());

  /** It may undertake nothing between two days, both included. */
  record Bar(LocalDate from, LocalDate to) {

    boolean includes(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }
  }

  Agency register() {
    return new Agency(true, bars);
  }

  Agency with(Bar bar) {
    List<Bar> all = new ArrayList<>(bars);
    all.add(bar);
    return new Agency(registered, List.copyOf(all));
  }

  Optional<LocalDate> barredUntil(LocalDate on) {
    return bars.stream().filter(it -> it.includes(on)).map(Bar::to).max(LocalDate::compareTo);
  }
}

package org.threefold.projects.activity;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.threefold.events.DivisionCode;
import org.threefold.events.StationId;

/** For whom an activity is held, as far as its units say; without units, for the whole county. */
final class Reach {

  private static final int COUNTY_DIGITS = 6;
  private static final int TOWN_DIGITS = 9;

  private Reach() {}

  /** The smallest division that all the units serve or lie in; null if there is none. */
  static @Nullable DivisionCode divisionOf(List<StationId> units) {
    DivisionCode smallest = null;
    for (StationId unit : units) {
      smallest = smallest == null ? unit.division() : common(smallest, unit.division());
      if (smallest == null) {
        return null;
      }
    }
    return smallest;
  }

  private static @Nullable DivisionCode common(DivisionCode one, DivisionCode other) {
    return divisionsAbove(one).filter(it -> it.covers(other)).findFirst().orElse(null);
  }

  /** Whether somebody with this area has to do with it: a unit lies in the area, or serves it. */
  static boolean concerns(List<StationId> units, DivisionCode area) {
    return units.isEmpty()
        || units.stream()
            .map(StationId::division)
            .anyMatch(it -> area.covers(it) || it.covers(area));
  }

  /** The units that serve a wider division than this one. */
  static List<String> unitsAbove(DivisionCode area) {
    return divisionsAbove(area).skip(1).map(it -> "ST-" + it).toList();
  }

  /** The division itself, its town and the county, as far as it is smaller than these. */
  private static Stream<DivisionCode> divisionsAbove(DivisionCode division) {
    String digits = division.value();
    return Stream.of(digits.length(), TOWN_DIGITS, COUNTY_DIGITS)
        .filter(length -> length <= digits.length())
        .distinct()
        .map(length -> new DivisionCode(digits.substring(0, length)));
  }
}

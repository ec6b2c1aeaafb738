package org.threefold.needs.need;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.threefold.events.DivisionCode;
import org.threefold.events.NeedId;
import org.threefold.events.StationId;

/**
 * The number of a need, {@code N-<division>-<day>-<running number>}: where it was collected, of
 * which day it is, and which of that day.
 *
 * <p>The day is the one the need was collected on, not the one of the request, so that a request
 * repeated after midnight makes the same number.
 */
final class NeedNumber {

  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  /** A town stands in a number as if it had a community 000. */
  private static final String OF_THE_TOWN = "000";

  private static final Pattern TOWN = Pattern.compile("([0-9]{9})000");

  private NeedNumber() {}

  /** Whether the unit serves one town or community, and so can number needs. */
  static boolean canBeGivenBy(StationId unit) {
    return unit.division().value().length() >= 9;
  }

  /** The series the running number is taken from. */
  static String series(StationId unit, LocalDate day) {
    String division = unit.division().value();
    String twelve = division.length() == 9 ? division + OF_THE_TOWN : division;
    return "N-" + twelve + "-" + DAY.format(day);
  }

  static NeedId of(StationId unit, LocalDate day, long running) {
    return new NeedId(String.format("%s-%04d", series(unit, day), running));
  }

  /** The division a need belongs to, which its number names. */
  static DivisionCode divisionOf(NeedId need) {
    String twelve = need.value().substring(2, 14);
    return new DivisionCode(TOWN.matcher(twelve).replaceFirst("$1"));
  }
}

package org.threefold.needs.unit;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.threefold.access.Refused;
import org.threefold.events.DivisionCode;
import org.threefold.events.Id;
import org.threefold.events.StationId;

/**
 * The numbers that units give to needs, visits and help requests: {@code
 * <letter>-<division>-<day>-<running number>}, where it was, of which day it is, and which of that
 * day.
 *
 * <p>The day is the one it happened on, not the one of the request, so that a request repeated
 * after midnight makes the same number.
 */
public final class UnitNumber {

  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  /** A town stands in a number as if it had a community 000. */
  private static final String OF_THE_TOWN = "000";

  private static final Pattern TOWN = Pattern.compile("([0-9]{9})000");

  private UnitNumber() {}

  /** Whether the unit serves one town or community, and so can give numbers. */
  public static boolean canBeGivenBy(StationId unit) {
    return unit.division().value().length() >= 9;
  }

  /**
   * The series the running number is taken from.
   *
   * @throws Refused NEED-002 if the unit gives no numbers
   */
  public static String series(String letter, StationId unit, LocalDate day) {
    if (!canBeGivenBy(unit)) {
      throw new Refused("NEED-002", unit);
    }
    String division = unit.division().value();
    String twelve = division.length() == 9 ? division + OF_THE_TOWN : division;
    return letter + "-" + twelve + "-" + DAY.format(day);
  }

  /** The number with its running part. */
  public static String of(String series, long running) {
    return String.format("%s-%04d", series, running);
  }

  /** The division that the number names. */
  public static DivisionCode divisionOf(Id number) {
    String twelve = number.value().substring(2, 14);
    return new DivisionCode(TOWN.matcher(twelve).replaceFirst("$1"));
  }
}

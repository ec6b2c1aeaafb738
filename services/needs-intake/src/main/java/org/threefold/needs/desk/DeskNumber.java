package org.threefold.needs.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.threefold.access.Refused;
import org.threefold.calendar.CountyTime;
import org.threefold.events.DivisionCode;
import org.threefold.events.Id;
import org.threefold.events.StationId;

/**
 * The numbers of visits and help requests, made as those of needs are: {@code
 * <V|H>-<division>-<day>-<running number>}, of the day somebody came or called.
 */
public final class DeskNumber {

  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  /** A town stands in a number as if it had a community 000. */
  private static final String OF_THE_TOWN = "000";

  private static final Pattern TOWN = Pattern.compile("([0-9]{9})000");

  private DeskNumber() {}

  /**
   * The series the running number is taken from.
   *
   * @throws Refused NEED-002 if the unit serves neither a town nor a community
   */
  public static String series(String letter, StationId unit, Instant at) {
    String division = unit.division().value();
    if (division.length() < 9) {
      throw new Refused("NEED-002", unit);
    }
    String twelve = division.length() == 9 ? division + OF_THE_TOWN : division;
    LocalDate day = CountyTime.dayOf(at);
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

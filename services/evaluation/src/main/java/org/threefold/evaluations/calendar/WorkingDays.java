package org.threefold.evaluations.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * The working days of the county: Monday to Friday, but for what the State Council arranged
 * otherwise.
 *
 * <p>The arrangement of each year is data: {@code holidays.csv} names the days off and the weekend
 * days that are worked instead. A year that is not in it yet counts by weekdays alone.
 */
@Component
public class WorkingDays {

  private static final ZoneId COUNTY = ZoneId.of("Asia/Shanghai");
  private static final String FILE = "/org/threefold/evaluations/holidays.csv";

  private final Map<LocalDate, Boolean> arranged;

  WorkingDays() {
    this.arranged = read();
  }

  /** The day it is in the county at this instant. */
  public static LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, COUNTY);
  }

  /** The end of a window of whole working days that begins on the day after this instant. */
  public Instant after(Instant from, int days) {
    if (days == 0) {
      return from;
    }
    LocalDate day = dayOf(from);
    for (int counted = 0; counted < days; ) {
      day = day.plusDays(1);
      if (isWorked(day)) {
        counted++;
      }
    }
    return day.plusDays(1).atStartOfDay(COUNTY).toInstant();
  }

  boolean isWorked(LocalDate day) {
    boolean weekday =
        day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    return arranged.getOrDefault(day, weekday);
  }

  private static Map<LocalDate, Boolean> read() {
    Map<LocalDate, Boolean> days = new HashMap<>();
    try (InputStream in =
            Objects.requireNonNull(WorkingDays.class.getResourceAsStream(FILE), FILE);
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .forEach(cells -> days.put(LocalDate.parse(cells[0]), cells[1].equals("work")));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(FILE + " cannot be read", unreadable);
    }
    return Map.copyOf(days);
  }
}

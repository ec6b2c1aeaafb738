package org.threefold.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The working days of the county: Monday to Friday, but for what the State Council arranged
 * otherwise.
 *
 * <p>The arrangement of each year is data: {@code holidays.csv} names the days off and the weekend
 * days that are worked instead. 2026 is there as the State Council's office gave notice of it on 4
 * November 2025; of 2027, which is not arranged yet, only the days that are holidays by the law
 * (全国年节及纪念日放假办法, of 2024). A year that is not in it at all counts by weekdays alone.
 */
public final class WorkingDays {

  private static final String FILE = "holidays.csv";
  private static final String OFF = "off";
  private static final String WORK = "work";

  private final Map<LocalDate, Boolean> arranged;

  private WorkingDays(Map<LocalDate, Boolean> arranged) {
    this.arranged = Map.copyOf(arranged);
  }

  /** As far as the arrangements were known when this was built. */
  public static WorkingDays known() {
    return new WorkingDays(builtIn());
  }

  /**
   * What was known, and what a county has put into a file of its own since, in the same form: a
   * heading, then {@code 2027-02-06,off,春节} or {@code 2027-02-20,work,春节}, a day a line.
   *
   * @throws IllegalStateException naming file and line, if it cannot be read so
   */
  public static WorkingDays with(Path file) {
    Map<LocalDate, Boolean> days = builtIn();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      read(file.toString(), lines, days);
    } catch (IOException unreadable) {
      throw new IllegalStateException(file + " cannot be read", unreadable);
    }
    return new WorkingDays(days);
  }

  /** The end of a window of whole working days that begins on the day after this instant. */
  public Instant after(Instant from, int days) {
    if (days == 0) {
      return from;
    }
    LocalDate day = CountyTime.dayOf(from);
    for (int counted = 0; counted < days; ) {
      day = day.plusDays(1);
      if (isWorked(day)) {
        counted++;
      }
    }
    return CountyTime.startOf(day.plusDays(1));
  }

  /** Whether the county works on this day. */
  public boolean isWorked(LocalDate day) {
    boolean weekday =
        day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    return arranged.getOrDefault(day, weekday);
  }

  private static Map<LocalDate, Boolean> builtIn() {
    Map<LocalDate, Boolean> days = new HashMap<>();
    try (InputStream in =
            Objects.requireNonNull(WorkingDays.class.getResourceAsStream(FILE), FILE);
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      read(FILE, lines, days);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(FILE + " cannot be read", unreadable);
    }
    return days;
  }

  private static void read(String file, BufferedReader lines, Map<LocalDate, Boolean> days)
      throws IOException {
    lines.readLine(); // The heading.
    String line;
    for (int number = 2; (line = lines.readLine()) != null; number++) {
      String[] cells = line.strip().split(",", -1);
      if (cells.length < 2 || !(cells[1].equals(OFF) || cells[1].equals(WORK))) {
        throw new IllegalStateException("%s, line %d: day,off|work,name".formatted(file, number));
      }
      try {
        days.put(LocalDate.parse(cells[0]), cells[1].equals(WORK));
      } catch (DateTimeException noDay) {
        throw new IllegalStateException("%s, line %d: no day".formatted(file, number), noDay);
      }
    }
  }
}

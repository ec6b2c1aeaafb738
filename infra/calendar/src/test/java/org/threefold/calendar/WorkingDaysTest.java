package org.threefold.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

  private final WorkingDays days = WorkingDays.known();

  @ParameterizedTest
  @CsvSource({
    "2026-11-23, true", // A Monday.
    "2026-11-28, false", // A Saturday.
    "2026-10-01, false", // National day.
    "2026-10-10, true", // A Saturday worked for it.
    "2026-02-16, false", // Spring festival.
    "2026-02-28, true", // A Saturday worked for it.
    "2027-01-01, false",
    "2027-02-08, false", // Spring festival by the law alone.
    "2027-02-09, true",
    "2031-05-05, true" // Not arranged yet: a Monday.
  })
  void weekdays_are_worked_unless_arranged_otherwise(LocalDate day, boolean worked) {
    assertThat(days.isWorked(day)).isEqualTo(worked);
  }

  @ParameterizedTest
  @CsvSource({
    // Monday morning: Tuesday to Friday and the next Monday; over at midnight in the county.
    "2026-11-23T02:00:00Z, 5, 2026-11-30T16:00:00Z",
    // Late on Monday in London is Tuesday in the county.
    "2026-11-23T20:00:00Z, 1, 2026-11-25T16:00:00Z",
    // Across the national day: 8, 9, the worked Saturday 10, 12 and 13 October.
    "2026-09-30T02:00:00Z, 5, 2026-10-13T16:00:00Z",
    "2026-11-23T02:00:00Z, 0, 2026-11-23T02:00:00Z"
  })
  void a_window_counts_whole_working_days_after_the_day_it_begins_on(
      Instant from, int count, Instant until) {
    assertThat(days.after(from, count)).isEqualTo(until);
  }

  @Test
  void the_day_is_the_county_s() {
    assertThat(CountyTime.dayOf(Instant.parse("2026-11-23T16:00:00Z")))
        .isEqualTo(LocalDate.of(2026, 11, 24));
  }

  @Test
  void a_county_adds_the_years_that_were_arranged_since(@TempDir Path home) throws Exception {
    Path file = home.resolve("days.csv");
    Files.writeString(file, "day,kind,name\n2031-05-05,off,劳动节\n2031-05-10,work,劳动节\n");
    WorkingDays more = WorkingDays.with(file);
    assertThat(more.isWorked(LocalDate.of(2031, 5, 5))).isFalse();
    assertThat(more.isWorked(LocalDate.of(2031, 5, 10))).isTrue();
    assertThat(more.isWorked(LocalDate.of(2026, 10, 1))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"2031-05-05;free;x", "2031-02-30;off;x", "2031-05-05"})
  void a_line_that_is_no_day_is_named(String line, @TempDir Path home) throws Exception {
    Path file = home.resolve("days.csv");
    Files.writeString(file, "day,kind,name\n" + line.replace(';', ',') + "\n");
    assertThatThrownBy(() -> WorkingDays.with(file))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(file + ", line 2: ");
  }
}

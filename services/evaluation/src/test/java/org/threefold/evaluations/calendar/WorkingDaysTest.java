package org.threefold.evaluations.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

  private final WorkingDays days = new WorkingDays();

  @ParameterizedTest
  @CsvSource({
    "2026-11-23, true", // A Monday.
    "2026-11-28, false", // A Saturday.
    "2026-10-01, false", // National day.
    "2026-10-10, true", // A Saturday worked for it.
    "2026-02-16, false", // Spring festival.
    "2026-02-28, true", // A Saturday worked for it.
    "2027-01-01, false",
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
    assertThat(WorkingDays.dayOf(Instant.parse("2026-11-23T16:00:00Z")))
        .isEqualTo(LocalDate.of(2026, 11, 24));
  }
}

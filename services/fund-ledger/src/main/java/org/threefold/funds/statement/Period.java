package org.threefold.funds.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Whole days of the county, from the first to before the last, in this millennium. */
record Period(LocalDate from, LocalDate to) {

  /** The county's time. */
  static final ZoneId COUNTY = ZoneId.of("Asia/Shanghai");

  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2999;

  Period {
    if (!isOurs(from) || !isOurs(to)) {
      throw new IllegalArgumentException("Years are " + FIRST_YEAR + " to " + LAST_YEAR);
    }
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("A period ends after it begins");
    }
  }

  /** Whether there can be entries of this day. */
  static boolean isOurs(LocalDate day) {
    return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
  }

  /** The same of an instant. */
  static boolean isOurs(Instant at) {
    return !at.isBefore(start(LocalDate.of(FIRST_YEAR, 1, 1)))
        && at.isBefore(start(LocalDate.of(LAST_YEAR + 1, 1, 1)));
  }

  Instant start() {
    return start(from);
  }

  Instant end() {
    return start(to);
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(COUNTY).toInstant();
  }
}

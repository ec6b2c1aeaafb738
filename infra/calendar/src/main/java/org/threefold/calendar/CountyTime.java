package org.threefold.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The time of the county. On the wire times are UTC; days and years are the county's own. */
public final class CountyTime {

  /** The zone the county lives in. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private CountyTime() {}

  /** The day it is in the county at this instant. */
  public static LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, ZONE);
  }

  /** When this day begins in the county. */
  public static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }
}

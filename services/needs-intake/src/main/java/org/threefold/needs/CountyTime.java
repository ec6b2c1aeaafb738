package org.threefold.needs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days as the county counts them. */
public final class CountyTime {

  private static final ZoneId COUNTY = ZoneId.of("Asia/Shanghai");

  private CountyTime() {}

  /** The day it is in the county at this instant. */
  public static LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, COUNTY);
  }
}

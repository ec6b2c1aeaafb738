package org.threefold.right.need;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** An edge: it asks the clock, and makes ids. */
class NeedHttp {

  private final Clock clock;

  NeedHttp(Clock clock) {
    this.clock = clock;
  }

  String collect() {
    return new Need(Instant.now(clock)).decide(new NeedCommand(clock.instant()))
        + ""
        + UUID.randomUUID();
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }
}

package org.threefold.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that stands still until a test moves it, in the county's time zone. Threads may share it;
 * clocks made from it by {@link #withZone} show the same instant.
 */
public final class TestClock extends Clock {

  public static final ZoneId COUNTY = ZoneId.of("Asia/Shanghai");

  private final AtomicReference<Instant> now;
  private final ZoneId zone;

  private TestClock(AtomicReference<Instant> now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  public static TestClock at(Instant instant) {
    return new TestClock(new AtomicReference<>(instant), COUNTY);
  }

  /** For example {@code 2026-11-23T04:00:00Z}, which is noon in the county. */
  public static TestClock at(String instant) {
    return at(Instant.parse(instant));
  }

  /** Lets time pass, or run back when the duration is negative; answers the new instant. */
  public Instant advance(Duration duration) {
    return now.updateAndGet(it -> it.plus(duration));
  }

  public void set(Instant instant) {
    now.set(instant);
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public TestClock withZone(ZoneId other) {
    return new TestClock(now, other);
  }
}

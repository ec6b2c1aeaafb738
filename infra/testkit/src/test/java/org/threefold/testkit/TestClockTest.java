package org.threefold.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TestClockTest {

  private final TestClock clock = TestClock.at("2026-11-23T20:00:00Z");

  @Test
  void it_stands_still_until_it_is_moved() {
    assertThat(clock.instant()).isEqualTo("2026-11-23T20:00:00Z");
    assertThat(clock.advance(Duration.ofMinutes(5))).isEqualTo("2026-11-23T20:05:00Z");
    clock.set(Instant.EPOCH);
    assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void days_are_those_of_the_county() {
    assertThat(LocalDate.now(clock)).isEqualTo("2026-11-24");
    assertThat(LocalTime.now(clock)).isEqualTo("04:00");
  }

  @Test
  void a_view_in_another_zone_moves_with_it() {
    var utc = clock.withZone(ZoneOffset.UTC);
    clock.advance(Duration.ofHours(1));
    assertThat(LocalTime.now(utc)).isEqualTo("21:00");
  }
}

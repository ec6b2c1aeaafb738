package org.threefold.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The county's time goes forward, also over a restart. */
class CountyClockTest {

  @TempDir Path data;

  @Test
  void it_is_the_machine_s_until_it_is_moved_on_and_stays_moved() {
    CountyClock clock = CountyClock.in(data.resolve("clock"));
    assertThat(clock.ahead()).isZero();

    Instant before = clock.instant();
    clock.advance(Duration.ofDays(7));
    assertThat(clock.instant()).isAfterOrEqualTo(before.plus(Duration.ofDays(7)));
    assertThat(CountyClock.in(data.resolve("clock")).ahead()).isEqualTo(Duration.ofDays(7));
  }

  @Test
  void it_never_goes_back() {
    CountyClock clock = CountyClock.in(data.resolve("clock"));

    assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package org.threefold.bench.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class LatenciesTest {

  @Test
  void short_durations_are_exact() {
    Latencies latencies = new Latencies();
    for (int micros = 1; micros <= 100; micros++) {
      latencies.add(micros);
    }

    assertThat(latencies.count()).isEqualTo(100);
    assertThat(latencies.at(0.5)).isEqualTo(50);
    assertThat(latencies.at(0.99)).isEqualTo(99);
    assertThat(latencies.at(1)).isEqualTo(100);
    assertThat(latencies.max()).isEqualTo(100);
  }

  @Test
  void long_durations_are_right_within_one_in_a_hundred() {
    Random random = new Random(20261125);
    long[] micros = random.longs(10_000, 1, 90_000_000).toArray();
    Latencies latencies = new Latencies();
    Arrays.stream(micros).forEach(latencies::add);
    Arrays.sort(micros);

    for (double share : new double[] {0.01, 0.5, 0.9, 0.99, 0.999}) {
      assertThat(latencies.at(share))
          .isCloseTo(
              micros[(int) Math.ceil(share * micros.length) - 1], Percentage.withPercentage(1));
    }
  }

  @Test
  void one_straggler_is_the_longest_and_nothing_else() {
    Latencies latencies = new Latencies();
    for (int i = 0; i < 999; i++) {
      latencies.add(10);
    }
    latencies.add(5_000_000);

    assertThat(latencies.at(0.99)).isEqualTo(10);
    assertThat(latencies.at(1)).isEqualTo(5_000_000);
  }

  @Test
  void nothing_counted_is_nothing() {
    assertThat(new Latencies().at(0.5)).isCloseTo(0, within(0L));
  }
}

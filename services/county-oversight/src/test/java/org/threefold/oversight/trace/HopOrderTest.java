package org.threefold.oversight.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class HopOrderTest {

  private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

  private static Hop hop(String stream, long version, int second, String cause) {
    return new Hop(
        stream + "@" + version,
        stream,
        version,
        "x.y.v1",
        NOON.plusSeconds(second),
        cause,
        "CAB@CAB",
        "CAB",
        "f",
        null,
        null,
        null,
        "x.y",
        Map.of());
  }

  private static List<String> order(List<Hop> hops) {
    return HopOrder.sorted(hops).stream().map(Hop::eventId).toList();
  }

  @Test
  void time_comes_first() {
    assertThat(order(List.of(hop("b/1", 1, 2, "r"), hop("a/1", 1, 3, "r"), hop("c/1", 1, 1, "r"))))
        .containsExactly("c/1@1", "b/1@1", "a/1@1");
  }

  @Test
  void at_the_same_time_a_cause_comes_before_its_effect() {
    assertThat(order(List.of(hop("a/1", 1, 0, "z/1@1"), hop("z/1", 1, 0, "r"))))
        .containsExactly("z/1@1", "a/1@1");
  }

  @Test
  void a_clock_that_is_slow_does_not_put_an_effect_before_its_cause() {
    assertThat(order(List.of(hop("a/1", 1, -5, "z/1@1"), hop("z/1", 1, 0, "r"))))
        .containsExactly("z/1@1", "a/1@1");
  }

  @Test
  void a_stream_keeps_its_own_order() {
    assertThat(order(List.of(hop("a/1", 2, 0, "r"), hop("a/1", 1, 0, "r"), hop("a/1", 3, -9, "r"))))
        .containsExactly("a/1@1", "a/1@2", "a/1@3");
  }

  @Test
  void facts_that_cause_each_other_are_still_told() {
    assertThat(order(List.of(hop("a/1", 1, 1, "b/1@1"), hop("b/1", 1, 0, "a/1@1"))))
        .containsExactly("b/1@1", "a/1@1");
  }

  @RepeatedTest(20)
  void the_order_does_not_depend_on_the_order_of_reading() {
    long seed = new Random().nextLong();
    List<Hop> hops = new ArrayList<>();
    for (int i = 1; i <= 30; i++) {
      hops.add(hop("a/1", i, i / 4, i == 1 ? "r" : "b/1@" + (i - 1)));
      hops.add(hop("b/1", i, i / 5, "a/1@" + i));
    }
    List<String> expected = order(hops);
    Collections.shuffle(hops, new Random(seed));
    assertThat(order(hops)).as("seed " + seed).isEqualTo(expected);
  }
}

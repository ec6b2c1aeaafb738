package org.threefold.needs.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class QuestionsTest {

  private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Questions questions = new Questions(new FollowSettings(2, 3, MINUTE));

  @Test
  void an_address_asks_so_often_in_a_window_and_again_in_the_next() {
    assertThat(questions.take("a", NOON)).isTrue();
    assertThat(questions.take("a", NOON)).isTrue();
    assertThat(questions.take("a", NOON.plus(MINUTE).minusNanos(1))).isFalse();
    assertThat(questions.take("a", NOON.plus(MINUTE))).isTrue();
  }

  @Test
  void many_addresses_together_ask_no_more_than_all_may() {
    assertThat(questions.take("a", NOON)).isTrue();
    assertThat(questions.take("b", NOON)).isTrue();
    assertThat(questions.take("c", NOON)).isTrue();
    assertThat(questions.take("d", NOON)).isFalse();
    assertThat(questions.take("d", NOON.plus(MINUTE))).isTrue();
  }

  @Test
  void what_lets_nobody_ask_is_no_setting() {
    assertThatThrownBy(() -> new FollowSettings(0, 3, MINUTE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new FollowSettings(4, 3, MINUTE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new FollowSettings(2, 3, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

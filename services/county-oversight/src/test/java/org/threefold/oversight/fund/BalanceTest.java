package org.threefold.oversight.fund;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BalanceTest {

  @Test
  void what_came_in_is_somewhere() {
    assertThat(new Balance(50, 18, 10, 5, 2, 19).holds()).isTrue();
  }

  @Test
  void a_fen_too_much_is_seen() {
    assertThat(new Balance(50, 18, 10, 5, 2, 20).holds()).isFalse();
  }

  @Test
  void less_than_nothing_is_seen() {
    assertThat(new Balance(0, 5, 0, 0, 0, -5).holds()).isFalse();
    assertThat(new Balance(5, 0, 0, 0, 5, 10).holds()).isFalse();
  }

  @Test
  void sums_hold_what_their_parts_hold() {
    var one = new Balance(50, 18, 10, 5, 2, 19);
    assertThat(one.plus(one)).isEqualTo(new Balance(100, 36, 20, 10, 4, 38));
  }
}

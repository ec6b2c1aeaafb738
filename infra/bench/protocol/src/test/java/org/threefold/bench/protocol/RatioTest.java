package org.threefold.bench.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RatioTest {

  @Test
  void the_median_is_the_middle_one_or_between_the_two_in_the_middle() {
    assertThat(Ratio.middleOf(5, 1, 3)).isEqualTo(3);
    assertThat(Ratio.middleOf(4, 1, 3, 9)).isEqualTo(3.5);
  }

  @Test
  void nothing_has_no_median() {
    assertThatIllegalArgumentException().isThrownBy(() -> Ratio.middleOf());
  }

  @Test
  void pairs_that_agree_leave_no_doubt() {
    assertThat(Ratio.of(2.5, 2.5, 2.5)).isEqualTo(new Ratio(2.5, 2.5, 2.5, 3));
  }

  @Test
  void one_pair_says_nothing_of_others() {
    assertThat(Ratio.of(7)).isEqualTo(new Ratio(7, 7, 7, 1));
  }

  @Test
  void pairs_that_differ_leave_as_much_doubt_as_they_differ() {
    Ratio ratio = Ratio.of(1, 2, 3, 4);
    assertThat(ratio.median()).isEqualTo(2.5);
    // Four of four draws are the least one in 1 of 256 cases: the interval ends before.
    assertThat(ratio.low()).isBetween(1.0, 1.5);
    assertThat(ratio.high()).isBetween(3.5, 4.0);
  }

  @Test
  void many_pairs_leave_less_doubt_than_few() {
    Random random = new Random(7);
    Ratio few = Ratio.of(random.doubles(5, 1, 3).toArray());
    Ratio many = Ratio.of(random.doubles(500, 1, 3).toArray());
    assertThat(many.high() - many.low()).isLessThan((few.high() - few.low()) / 2);
    assertThat(many.median()).isCloseTo(2, within(0.2));
  }

  @Test
  void the_same_pairs_give_the_same_interval() {
    assertThat(Ratio.of(1, 5, 2, 8, 3)).isEqualTo(Ratio.of(1, 5, 2, 8, 3));
  }
}

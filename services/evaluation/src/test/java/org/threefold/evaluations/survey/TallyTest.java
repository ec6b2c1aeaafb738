package org.threefold.evaluations.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TallyTest {

  private static final List<Integer> EXAMPLE = List.of(0, 0, 2, 6, 12);

  @Test
  void twelve_fives_six_fours_and_two_threes_are_87_50() {
    Tally tally = new Tally(EXAMPLE, EXAMPLE, EXAMPLE, EXAMPLE, EXAMPLE);
    assertThat(tally.answers()).isEqualTo(20);
    assertThat(tally.leg()).isEqualTo(new BigDecimal("87.50"));
    assertThat(tally.item(tally.gain())).isEqualTo(new BigDecimal("87.50"));
  }

  @Test
  void overall_counts_sixty_and_each_other_question_ten() {
    List<Integer> best = List.of(0, 0, 0, 0, 1);
    List<Integer> worst = List.of(1, 0, 0, 0, 0);
    assertThat(new Tally(best, worst, worst, worst, worst).leg())
        .isEqualTo(new BigDecimal("60.00"));
    assertThat(new Tally(worst, best, best, worst, best).leg()).isEqualTo(new BigDecimal("30.00"));
  }

  @Test
  void a_mean_is_rounded_half_up_to_two_decimals() {
    List<Integer> thirds = List.of(0, 0, 0, 1, 2);
    Tally tally = new Tally(thirds, thirds, thirds, thirds, thirds);
    assertThat(tally.leg()).isEqualTo(new BigDecimal("91.67"));
  }

  @Test
  void without_answers_there_is_no_score() {
    assertThat(Tally.NONE.leg()).isNull();
    assertThat(Tally.NONE.item(Tally.NONE.gain())).isNull();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "5, 5", "8, 8", "30, 10", "100, 10", "101, 11", "138, 14", "400, 40"})
  void a_tenth_must_answer_and_ten_at_least(int population, int minimum) {
    assertThat(Tally.minimum(population)).isEqualTo(minimum);
  }
}

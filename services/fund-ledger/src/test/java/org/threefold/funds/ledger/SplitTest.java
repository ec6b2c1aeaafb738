package org.threefold.funds.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.threefold.events.FundEvent.FundAmount;
import org.threefold.events.FundId;

/** To the fen, and always the same way. */
class SplitTest {

  private static Split.Part part(String fund, long weight, long rest) {
    return new Split.Part(new FundId(fund), weight, rest);
  }

  private static FundAmount amount(String fund, long fen) {
    return new FundAmount(new FundId(fund), fen);
  }

  @Test
  void in_proportion() {
    assertThat(Split.of(900_000, List.of(part("a", 18, 900_000), part("b", 12, 900_000))))
        .containsExactly(amount("a", 540_000), amount("b", 360_000));
  }

  @Test
  void the_odd_fen_goes_to_the_largest_remainder() {
    assertThat(Split.of(10, List.of(part("a", 1, 9), part("b", 2, 9))))
        .containsExactly(amount("a", 3), amount("b", 7));
  }

  @Test
  void among_equals_the_first_fund_gives() {
    assertThat(Split.of(2, List.of(part("c", 1, 9), part("b", 1, 9), part("a", 1, 9))))
        .containsExactly(amount("a", 1), amount("b", 1));
  }

  @Test
  void no_line_gives_more_than_it_has() {
    assertThat(Split.of(10, List.of(part("a", 9, 2), part("b", 1, 20))))
        .containsExactly(amount("a", 2), amount("b", 8));
    assertThatThrownBy(() -> Split.of(10, List.of(part("a", 1, 9))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_largest_amounts_do_not_overflow() {
    assertThat(
            Split.of(
                Long.MAX_VALUE,
                List.of(part("a", Long.MAX_VALUE, Long.MAX_VALUE), part("b", 1, Long.MAX_VALUE))))
        .containsExactly(amount("a", Long.MAX_VALUE - 1), amount("b", 1));
  }

  @Test
  void whatever_is_split_adds_up_again() {
    long seed = Long.getLong("threefold.seed", System.nanoTime());
    var random = new Random(seed);
    for (int round = 0; round < 10_000; round++) {
      List<Split.Part> parts = new ArrayList<>();
      long rests = 0;
      for (int i = 0; i <= random.nextInt(6); i++) {
        long weight = 1 + random.nextLong(1_000);
        long rest = random.nextLong(weight + 1);
        parts.add(part("f" + i, weight, rest));
        rests += rest;
      }
      long amount = random.nextLong(rests + 1);
      List<FundAmount> split = Split.of(amount, parts);
      assertThat(split.stream().mapToLong(FundAmount::amountFen).sum())
          .as("seed %d round %d", seed, round)
          .isEqualTo(amount);
      for (FundAmount one : split) {
        assertThat(parts)
            .as("seed %d round %d", seed, round)
            .anyMatch(it -> it.fund().equals(one.fund()) && it.rest() >= one.amountFen());
      }
    }
  }
}

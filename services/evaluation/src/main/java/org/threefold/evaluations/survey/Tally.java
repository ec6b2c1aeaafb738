package org.threefold.evaluations.survey;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often each value, 1 to 5, was given to each question; domain §7.1 and §7.2.
 *
 * <p>Each list has five counts, and all lists have the same sum, for an answer answers every
 * question.
 */
public record Tally(
    List<Integer> overall,
    List<Integer> gain,
    List<Integer> happiness,
    List<Integer> security,
    List<Integer> recommend) {

  /** Nobody has answered. */
  public static final Tally NONE = new Tally(zeros(), zeros(), zeros(), zeros(), zeros());

  private static final int OVERALL_WEIGHT = 60;
  private static final int OTHER_WEIGHT = 10;

  /**
   * The least number of answers that say something about so many beneficiaries: a tenth, ten at
   * least.
   */
  public static int minimum(int population) {
    return Math.min(population, Math.max(10, Math.ceilDiv(population, 10)));
  }

  /** How many have answered. */
  public int answers() {
    return overall.stream().mapToInt(Integer::intValue).sum();
  }

  /** The resident leg, 0 to 100 with two decimals; null without answers. */
  public @Nullable BigDecimal leg() {
    long points =
        OVERALL_WEIGHT * points(overall)
            + OTHER_WEIGHT
                * (points(gain) + points(happiness) + points(security) + points(recommend));
    return mean(points, 100);
  }

  /** The mean of one question, 0 to 100 with two decimals; null without answers. */
  public @Nullable BigDecimal item(List<Integer> question) {
    return mean(points(question), 1);
  }

  /** The values 1 to 5 count 0, 25, 50, 75 and 100 points. */
  private static long points(List<Integer> counts) {
    long points = 0;
    for (int i = 0; i < counts.size(); i++) {
      points += 25L * i * counts.get(i);
    }
    return points;
  }

  private @Nullable BigDecimal mean(long points, int weights) {
    int answers = answers();
    return answers == 0
        ? null
        : BigDecimal.valueOf(points)
            .divide(BigDecimal.valueOf((long) answers * weights), 2, RoundingMode.HALF_UP);
  }

  private static List<Integer> zeros() {
    return List.of(0, 0, 0, 0, 0);
  }
}

package org.threefold.bench.protocol;

import java.util.Arrays;
import java.util.Random;

/**
 * What the ratios of several pairs say together.
 *
 * @param median of the pairs
 * @param low where the middle 95 % of the medians begin that a bootstrap over the pairs gives
 * @param high where they end
 */
public record Ratio(double median, double low, double high, int pairs) {

  private static final int RESAMPLES = 10_000;

  /** The same pairs give the same interval. */
  private static final long SEED = 20261125;

  /** Of at least one ratio. */
  public static Ratio of(double... ratios) {
    Random random = new Random(SEED);
    double[] medians = new double[RESAMPLES];
    double[] drawn = new double[ratios.length];
    for (int i = 0; i < RESAMPLES; i++) {
      Arrays.setAll(drawn, _ -> ratios[random.nextInt(ratios.length)]);
      medians[i] = middleOf(drawn);
    }
    Arrays.sort(medians);
    return new Ratio(
        middleOf(ratios),
        medians[(int) (RESAMPLES * 0.025)],
        medians[(int) (RESAMPLES * 0.975) - 1],
        ratios.length);
  }

  /**
   * The middle one, or the mean of the two in the middle.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static double middleOf(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("Nothing has no middle");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}

package org.threefold.bench.harness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * What the ratios of several pairs come to.
 *
 * @param median of the pairs
 * @param low lower end of the 95 % interval, by bootstrap over the pairs
 * @param high upper end
 */
record Ratio(double median, double low, double high, int pairs) {

  private static final int RESAMPLES = 10_000;
  private static final double TAIL = 0.025;

  /** The same pairs give the same interval. */
  private static final long SEED = 20261125;

  /** Of at least one ratio. */
  static Ratio of(List<Double> ratios) {
    Random random = new Random(SEED);
    List<Double> medians = new ArrayList<>(RESAMPLES);
    for (int i = 0; i < RESAMPLES; i++) {
      List<Double> sample = new ArrayList<>(ratios.size());
      for (int j = 0; j < ratios.size(); j++) {
        sample.add(ratios.get(random.nextInt(ratios.size())));
      }
      medians.add(median(sample));
    }
    Collections.sort(medians);
    return new Ratio(
        median(ratios),
        medians.get((int) (RESAMPLES * TAIL)),
        medians.get((int) (RESAMPLES * (1 - TAIL)) - 1),
        ratios.size());
  }

  static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** The interval and the number of pairs, in words. */
  String spread() {
    return String.format(Locale.ROOT, "95%% %.2f to %.2f; %d pairs", low, high, pairs);
  }
}

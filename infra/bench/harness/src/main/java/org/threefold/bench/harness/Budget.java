package org.threefold.bench.harness;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * One line of the budgets of the house.
 *
 * @param what is bounded
 * @param atMost whether the bound is a most; a least otherwise
 * @param seen what the run saw, empty if that was not measured
 */
record Budget(
    String what,
    boolean atMost,
    double bound,
    String unit,
    Function<Outcome, OptionalDouble> seen) {

  private static final int FULL = 100_000;

  static final List<Budget> ALL =
      List.of(
          most("start of a county, empty data directory", 30, "s", "start.first", "start"),
          most("memory of the whole county at its start", 1536, "MB", "start.first", "resident"),
          most("the same with " + FULL + " needs", 1536, "MB", "needs." + FULL, "resident"),
          most(
              "write p95 at 20 clients, half load, empty", 50, "ms", "needs.0", "write at 50% p95"),
          most(
              "write p95 at 20 clients, half load, " + FULL + " needs",
              50,
              "ms",
              "needs." + FULL,
              "write at 50% p95"),
          least("lives per second, four calls each, empty", 150, "/s", "needs.0", "declined lives"),
          least(
              "lives per second, " + FULL + " needs", 150, "/s", "needs." + FULL, "declined lives"),
          new Budget(
              "the same against empty",
              false,
              0.9,
              "times",
              it -> ratio(it, "needs." + FULL, "needs.0", "declined lives")),
          most("said to seen on the stream, p95, 100 readers", 250, "ms", "stream.100", "p95"),
          most("said to seen on the stream, p95, 4,000 readers", 250, "ms", "stream.4000", "p95"),
          most("memory of a reader, 4,000 of them", 110, "KB", "stream.4000", "resident after"),
          least(
              "one hop against the floor, throughput",
              0.6,
              "times",
              "w1.floor",
              "ratio throughput"),
          most("one hop against the floor, processor", 1.6, "times", "w1.floor", "ratio cpu"),
          least("chain of four services", 800, "needs/s", "w3.chain", "needs"),
          most("chain p99 at half load", 250, "ms", "w3.chain.50", "p99"),
          new Budget(
              "drained against as fast as it can",
              false,
              0.8,
              "times",
              it ->
                  quotient(
                      it.number("w5.ours", "drained"), it.number("w1.ours-beside-floor", "facts"))),
          most(
              "processor of a fact, 10,000 there",
              1.1,
              "times",
              "growth.10000",
              "cpu against the first"),
          most(
              "processor of a fact, " + FULL + " there",
              1.21,
              "times",
              "growth." + FULL,
              "cpu against the first"),
          least(
              "ledger, one hot fund, against PostgreSQL", 5, "times", "hot", "ours/postgres.ratio"),
          least("oversight rebuilt from zero", 50_000, "facts/s", "rebuild", "facts"));

  private static Budget most(String what, double bound, String unit, String row, String metric) {
    return new Budget(what, true, bound, unit, it -> it.number(row, metric));
  }

  private static Budget least(String what, double bound, String unit, String row, String metric) {
    return new Budget(what, false, bound, unit, it -> it.number(row, metric));
  }

  private static OptionalDouble ratio(Outcome it, String row, String other, String metric) {
    return quotient(it.number(row, metric), it.number(other, metric));
  }

  private static OptionalDouble quotient(OptionalDouble one, OptionalDouble other) {
    return one.isPresent() && other.isPresent()
        ? OptionalDouble.of(one.getAsDouble() / other.getAsDouble())
        : OptionalDouble.empty();
  }

  /** In words: met, missed or not measured. */
  String verdict(Outcome outcome) {
    OptionalDouble value = seen.apply(outcome);
    if (value.isEmpty()) {
      return "not measured";
    }
    boolean met = atMost ? value.getAsDouble() <= bound : value.getAsDouble() >= bound;
    return met ? "met" : "**missed**";
  }

  /** A line of the table. */
  String line(Outcome outcome) {
    OptionalDouble value = seen.apply(outcome);
    return "| %s | %s %s %s | %s | %s |"
        .formatted(
            what,
            atMost ? "≤" : "≥",
            plain(bound),
            unit,
            value.isPresent() ? plain(value.getAsDouble()) : "–",
            verdict(outcome));
  }

  private static String plain(double value) {
    return value >= 100 || value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}

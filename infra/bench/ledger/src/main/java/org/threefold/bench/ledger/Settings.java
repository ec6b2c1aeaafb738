package org.threefold.bench.ledger;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What is measured, how long, and where the outcome goes.
 *
 * @param work a directory for data and logs of the stores; each run makes its own below it
 * @param rows the file to which the outcome is appended
 * @param parts any of hot, many, three, restart
 * @param clients who ask at the same time
 * @param pairs so often two ways are measured beside each other
 * @param warmup so long each way is used before anything counts
 * @param block so long each way is measured each time
 * @param trial so long each number of connections is tried
 * @param connections numbers of connections to PostgreSQL, of which the best is taken
 * @param funds how many funds "many" is
 * @param entries how many the journal has that is opened again
 * @param tolerancePercent a pair counts if the canary before, between and after it is no further
 *     from the median of the run
 */
record Settings(
    Path work,
    Path rows,
    List<String> parts,
    int clients,
    int pairs,
    Duration warmup,
    Duration block,
    Duration trial,
    List<Integer> connections,
    int funds,
    int entries,
    double tolerancePercent) {

  Settings {
    parts = List.copyOf(parts);
    connections = List.copyOf(connections);
  }

  /**
   * From {@code bench.ledger.<name>}, each with a default; {@code quick} has others, by which a run
   * says only that all of it works.
   */
  static Settings from(Properties given) {
    boolean quick = Boolean.parseBoolean(text(given, "quick", "false"));
    return new Settings(
        Path.of(text(given, "work", System.getProperty("java.io.tmpdir") + "/threefold-bench")),
        Path.of(text(given, "rows", "ledger.csv")),
        words(text(given, "parts", "hot,many,three,restart")).toList(),
        Integer.parseInt(text(given, "clients", "64")),
        Integer.parseInt(text(given, "pairs", quick ? "2" : "4")),
        seconds(text(given, "warmup", quick ? "2" : "10")),
        seconds(text(given, "block", quick ? "1" : "10")),
        seconds(text(given, "trial", quick ? "1" : "1.5")),
        words(text(given, "connections", quick ? "4,16" : "4,8,16,32,64"))
            .map(Integer::valueOf)
            .toList(),
        Integer.parseInt(text(given, "funds", "1000")),
        Integer.parseInt(text(given, "entries", quick ? "20000" : "1000000")),
        Double.parseDouble(text(given, "tolerance", "10")));
  }

  /** Half as many, where the pairs are not the ones a budget hangs on. */
  int fewerPairs() {
    return Math.max(1, pairs / 2);
  }

  private static String text(Properties given, String name, String usual) {
    return given.getProperty("bench.ledger." + name, usual);
  }

  private static Duration seconds(String number) {
    return Duration.ofMillis((long) (Double.parseDouble(number) * 1000));
  }

  private static Stream<String> words(String list) {
    return Stream.of(list.split(",")).map(String::strip).filter(word -> !word.isEmpty());
  }
}

package org.threefold.bench.harness;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is measured, how long, and where the outcome goes; each from {@code bench.<name>}.
 *
 * @param quick everything small: to see that it runs, not how fast
 * @param only which parts: hop, pace, backlog, growth, chain, ledger, county
 * @param against which subjects, by their ids; ours is always one of them
 * @param pairs how many pairs of blocks each comparison has
 * @param warmup so long a subject is under load before anything counts
 * @param block so long a block takes, more or less
 * @param backlog how many facts wait when the relay is let go
 * @param sizes how many aggregates are there before, in the growth curve
 * @param work a directory for data and logs
 * @param results where the sheet and its rows are written
 * @param root the checkout
 */
record Settings(
    boolean quick,
    List<String> only,
    List<String> against,
    int pairs,
    Duration warmup,
    Duration block,
    int backlog,
    List<Integer> sizes,
    Path work,
    Path results,
    Path root) {

  static final List<String> PARTS =
      List.of("hop", "pace", "backlog", "growth", "chain", "ledger", "county");

  Settings {
    only = List.copyOf(only);
    against = List.copyOf(against);
    sizes = List.copyOf(sizes);
  }

  /**
   * From these properties, each with a default; empty ones count as not given.
   *
   * @throws IllegalArgumentException if a part is asked for that there is not
   */
  static Settings from(Properties given) {
    boolean quick = Boolean.parseBoolean(text(given, "quick", "false"));
    Path root = Path.of(text(given, "root", ".")).toAbsolutePath().normalize();
    List<String> only = words(text(given, "only", String.join(",", PARTS))).toList();
    if (!PARTS.containsAll(only)) {
      throw new IllegalArgumentException("bench.only takes " + PARTS + ", not " + only);
    }
    return new Settings(
        quick,
        only,
        words(text(given, "against", allOthers())).toList(),
        number(given, "pairs", quick ? 1 : 3),
        Duration.ofSeconds(number(given, "warmup", quick ? 3 : 40)),
        Duration.ofSeconds(number(given, "block", quick ? 2 : 8)),
        number(given, "backlog", quick ? 5_000 : 100_000),
        words(text(given, "sizes", quick ? "0,2000" : "0,10000,100000"))
            .map(Integer::valueOf)
            .toList(),
        Path.of(text(given, "work", System.getProperty("java.io.tmpdir") + "/threefold-bench")),
        Path.of(text(given, "results", root.resolve("infra/bench/results").toString())),
        root);
  }

  /** The same with a directory of its own for data and logs. */
  Settings in(Path directory) {
    return new Settings(
        quick, only, against, pairs, warmup, block, backlog, sizes, directory, results, root);
  }

  private static String allOthers() {
    return Contender.ONE_HOP.stream().map(Contender::id).collect(Collectors.joining(","));
  }

  private static int number(Properties given, String name, int usual) {
    return Integer.parseInt(text(given, name, Integer.toString(usual)));
  }

  private static String text(Properties given, String name, String usual) {
    String value = given.getProperty("bench." + name, "");
    return value.isBlank() ? usual : value;
  }

  private static Stream<String> words(String list) {
    return Stream.of(list.split(",", -1)).map(String::strip).filter(word -> !word.isEmpty());
  }
}

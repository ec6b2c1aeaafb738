package org.threefold.bench.county;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What is measured, how long, and where the outcome goes.
 *
 * @param work a directory for data and logs of the counties; each run makes its own below it
 * @param rows the file to which the outcome is appended
 * @param root the checkout, where the runnable jars of the services are
 * @param parts any of start, alone, http, stream
 * @param clients who call at the same time
 * @param warmup so long calls are made before anything counts
 * @param block so long each load is measured
 * @param sizes how many needs the store holds in each step of the growth curve
 * @param readers how many read the stream in each step
 */
record Settings(
    Path work,
    Path rows,
    Path root,
    List<String> parts,
    int clients,
    Duration warmup,
    Duration block,
    List<Integer> sizes,
    List<Integer> readers) {

  Settings {
    parts = List.copyOf(parts);
    sizes = List.copyOf(sizes);
    readers = List.copyOf(readers);
  }

  /** From {@code bench.county.<name>}, each with a default. */
  static Settings from(Properties given) {
    return new Settings(
        Path.of(text(given, "work", System.getProperty("java.io.tmpdir") + "/threefold-bench")),
        Path.of(text(given, "rows", "county.csv")),
        Path.of(text(given, "root", ".")).toAbsolutePath().normalize(),
        words(text(given, "parts", "start,alone,http,stream")).toList(),
        Integer.parseInt(text(given, "clients", "20")),
        Duration.ofSeconds(Long.parseLong(text(given, "warmup", "120"))),
        Duration.ofSeconds(Long.parseLong(text(given, "block", "12"))),
        words(text(given, "sizes", "0,10000,100000")).map(Integer::valueOf).toList(),
        words(text(given, "readers", "100,1000,4000")).map(Integer::valueOf).toList());
  }

  private static String text(Properties given, String name, String usual) {
    return given.getProperty("bench.county." + name, usual);
  }

  private static Stream<String> words(String list) {
    return Stream.of(list.split(",")).map(String::strip).filter(word -> !word.isEmpty());
  }
}

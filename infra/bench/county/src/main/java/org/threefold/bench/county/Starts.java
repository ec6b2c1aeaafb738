package org.threefold.bench.county;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.threefold.bench.protocol.Rows;
import org.threefold.local.CountySettings;

/** From the command to "The county is up", and what it holds then; with and without a cache. */
final class Starts {

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final int REPEATS = 3;

  /** One start: how long, and how many kilobytes were resident. */
  private record Start(double seconds, double megabytes) {}

  private final Path home;
  private final Rows rows;
  private final Launch launch;

  Starts(Path home, Rows rows) {
    this.home = home;
    this.rows = rows;
    this.launch = new Launch(home);
  }

  void measure() throws IOException, InterruptedException {
    Path cache = home.resolve("county.aot");
    CountySettings county = CountySettings.onFreePorts(home.resolve("started"));
    report("start.first", "empty data directory; sows", List.of(start(county, List.of())));
    report("start.again", "on kept data", repeat(county, List.of()));

    Start training = start(county, List.of("-XX:AOTCacheOutput=" + cache));
    rows.add("start.training", "start", training.seconds, "s", "writes the cache when it ends");
    if (!Files.exists(cache)) {
      rows.add("start.aot", "start", "none", "s", "the JVM wrote no cache; see the logs");
      return;
    }
    rows.add("start.training", "cache", Files.size(cache) / 1e6, "MB", "-XX:AOTCacheOutput");
    List<String> cached = List.of("-XX:AOTCache=" + cache);
    report("start.again.aot", "on kept data; -XX:AOTCache", repeat(county, cached));
    CountySettings fresh = CountySettings.onFreePorts(home.resolve("started-with-cache"));
    report("start.first.aot", "empty data directory; -XX:AOTCache", List.of(start(fresh, cached)));
  }

  private List<Start> repeat(CountySettings county, List<String> options)
      throws InterruptedException {
    List<Start> starts = new ArrayList<>();
    for (int i = 0; i < REPEATS; i++) {
      starts.add(start(county, options));
    }
    return starts;
  }

  private Start start(CountySettings settings, List<String> options) throws InterruptedException {
    try (Child county = launch.county(settings, options)) {
      double seconds = county.awaitReady(LIMIT).toMillis() / 1000.0;
      double megabytes = county.residentKb() / 1024.0;
      county.stop();
      return new Start(seconds, megabytes);
    }
  }

  private void report(String row, String note, List<Start> starts) {
    List<Double> seconds = sorted(starts.stream().map(Start::seconds).toList());
    List<Double> megabytes = sorted(starts.stream().map(Start::megabytes).toList());
    String of = " (of " + starts.size() + "; min %.1f; max %.1f)";
    rows.add(
        row,
        "start",
        seconds.get(seconds.size() / 2),
        "s",
        note + of.formatted(seconds.getFirst(), seconds.getLast()));
    rows.add(
        row,
        "resident",
        megabytes.get(megabytes.size() / 2),
        "MB",
        note + of.formatted(megabytes.getFirst(), megabytes.getLast()));
  }

  private static List<Double> sorted(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted;
  }
}

package org.threefold.bench.county;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.threefold.bench.protocol.Latencies;
import org.threefold.bench.protocol.Rows;
import org.threefold.local.CountySettings;
import org.threefold.local.CountySettings.Part;

/** What the readers of the live stream see, and what each of them costs. */
final class Streams {

  /** So many frames a second go out to all readers together; two processors carry both ends. */
  private static final int FRAMES_PER_SECOND = 20_000;

  private static final int MOST_PER_SECOND = 20;
  private static final int LEAST_PER_SECOND = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration CATCH_UP = Duration.ofMinutes(2);
  private static final String READER = "auditor";

  /**
   * A reader who has gone is missed at the second beat after that, for the first write to a closed
   * connection succeeds; until then the place is taken.
   */
  private static final Duration EMPTY = Duration.ofSeconds(40);

  private final CountySettings county;
  private final Child child;
  private final Living living;
  private final Loads loads;
  private final Lag lag;
  private final Rows rows;
  private final Duration block;

  Streams(
      CountySettings county,
      Child child,
      Living living,
      Loads loads,
      Lag lag,
      Rows rows,
      Duration block) {
    this.county = county;
    this.child = child;
    this.living = living;
    this.loads = loads;
    this.lag = lag;
    this.rows = rows;
    this.block = block;
  }

  /** One step for each number of readers; beside the first there is one who does not read. */
  void measure(List<Integer> readers) throws IOException, InterruptedException {
    for (int i = 0; i < readers.size(); i++) {
      measure(readers.get(i), i == 0);
      TimeUnit.NANOSECONDS.sleep(EMPTY.toNanos());
    }
  }

  private void measure(int readers, boolean withSlowOne) throws IOException, InterruptedException {
    String row = "stream." + readers;
    int perSecond = Math.clamp(FRAMES_PER_SECOND / readers, LEAST_PER_SECOND, MOST_PER_SECOND);
    int facts = Math.max(1, (int) (perSecond * block.toMillis() / 1000));
    int port = county.port(Part.OVERSIGHT);
    String token = living.api().token(READER);
    lag.awaitNone(CATCH_UP);
    Memory before = Memory.of(child);
    double cpu = child.cpuSeconds();
    long began = System.nanoTime();
    try (Audience audience = new Audience(port, token, readers, facts)) {
      rows.add(row, "opening", (System.nanoTime() - began) / 1e9, "s", "all greeted");
      memory(row, "", "nothing told yet", readers, before);
      SlowReader slow = withSlowOne ? SlowReader.open(port, token, audience.lastId()) : null;
      Map<String, Long> due = new ConcurrentHashMap<>();
      loads.openLoop(Life.COLLECTED, perSecond, block, due::put);
      audience.await(facts, PATIENCE);
      double spent = child.cpuSeconds() - cpu;
      report(row, readers, perSecond, facts, audience, due);
      memory(row, " after", facts + " facts told", readers, before);
      rows.add(row, "cpu", spent, "s", "of the county; opening and facts together");
      if (slow != null) {
        rows.add(row, "slow reader", slow.fate(), "", "asks for what is kept and does not read");
        slow.close();
      }
    }
  }

  private void report(
      String row, int readers, int perSecond, int facts, Audience audience, Map<String, Long> due) {
    String note = "open loop; %d facts/s; call due to seen; over all readers".formatted(perSecond);
    Latencies latencies = audience.latencies(due);
    rows.add(row, "p50", latencies.at(0.50) / 1000.0, "ms", note);
    rows.add(row, "p95", latencies.at(0.95) / 1000.0, "ms", note);
    rows.add(row, "p99", latencies.at(0.99) / 1000.0, "ms", note);
    rows.add(row, "max", latencies.max() / 1000.0, "ms", note);
    long complete = audience.complete(facts);
    rows.add(
        row,
        "complete readers",
        complete == readers ? Long.toString(complete) : "FAILED: " + complete,
        "of " + readers,
        facts
            + " facts each; same order; refused: "
            + audience.refused().stream().limit(3).toList());
  }

  private void memory(String row, String suffix, String when, int readers, Memory before) {
    Memory now = Memory.of(child);
    String note = "growth over %d readers; %s; after a collection".formatted(readers, when);
    double each = readers;
    rows.add(
        row,
        "resident" + suffix,
        (now.residentKb() - before.residentKb()) / each,
        "KB/reader",
        note);
    rows.add(row, "resident total" + suffix, now.residentKb() / 1024.0, "MB", when);
    rows.add(row, "heap" + suffix, (now.heapKb() - before.heapKb()) / each, "KB/reader", note);
  }
}

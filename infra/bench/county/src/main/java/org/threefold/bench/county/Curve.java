package org.threefold.bench.county;

import java.time.Duration;
import java.util.List;
import org.threefold.bench.protocol.Latencies;
import org.threefold.bench.protocol.Rows;

/** Lives and writes over HTTP, on a store that holds more and more needs. */
final class Curve {

  private static final List<Double> SHARES = List.of(0.25, 0.50, 0.75);
  private static final Duration CATCH_UP = Duration.ofMinutes(15);

  private final Settings settings;
  private final Child child;
  private final Living living;
  private final Loads loads;
  private final Seeding seeding;
  private final Lag lag;
  private final Rows rows;

  Curve(
      Settings settings,
      Child child,
      Living living,
      Loads loads,
      Seeding seeding,
      Lag lag,
      Rows rows) {
    this.settings = settings;
    this.child = child;
    this.living = living;
    this.loads = loads;
    this.seeding = seeding;
    this.lag = lag;
    this.rows = rows;
  }

  void measure() throws InterruptedException {
    loads.closedLoop(Life.CLOSED, settings.warmup());
    String template =
        living.acknowledged().entrySet().stream()
            .filter(need -> need.getValue().status().equals(Life.CLOSED.status()))
            .findFirst()
            .orElseThrow()
            .getKey();
    for (int size : settings.sizes()) {
      lag.awaitNone(CATCH_UP);
      long began = System.nanoTime();
      seeding.upTo(size, template);
      lag.awaitNone(CATCH_UP);
      String row = "needs." + size;
      if (size > 0) {
        rows.add(
            row,
            "seeded",
            (System.nanoTime() - began) / 1e9,
            "s",
            "copied into store and topic; until all services have heard");
      }
      lives(row, Life.DECLINED);
      lives(row, Life.CLOSED);
      writes(row);
      Memory memory = Memory.of(child);
      rows.add(row, "resident", memory.residentKb() / 1024.0, "MB", "county; after a collection");
      rows.add(row, "heap", memory.heapKb() / 1024.0, "MB", "county; live");
    }
  }

  private void lives(String row, Life life) throws InterruptedException {
    lag.awaitNone(CATCH_UP);
    int before = living.acknowledged().size();
    double cpu = child.cpuSeconds();
    double perSecond = loads.closedLoop(life, settings.block());
    double spent = child.cpuSeconds() - cpu;
    int lives = living.acknowledged().size() - before;
    String note =
        "%d calls each; %d clients; closed loop; %d needs over HTTP before"
            .formatted(life.calls().size(), settings.clients(), before);
    rows.add(row, life.name() + " lives", perSecond, "/s", note);
    rows.add(row, life.name() + " calls", perSecond * life.calls().size(), "/s", note);
    rows.add(row, life.name() + " cpu", spent * 1e6 / lives / life.calls().size(), "us/call", note);
    long behind = lag.records();
    long began = System.nanoTime();
    lag.awaitNone(CATCH_UP);
    rows.add(
        row, life.name() + " behind", (double) behind, "records", "unheard when the calls ended");
    rows.add(row, life.name() + " heard after", (System.nanoTime() - began) / 1e9, "s", note);
  }

  private void writes(String row) throws InterruptedException {
    double most = loads.closedLoop(Life.COLLECTED, settings.block());
    rows.add(row, "writes", most, "/s", settings.clients() + " clients; closed loop; collecting");
    for (double share : SHARES) {
      lag.awaitNone(CATCH_UP);
      Loads.Paced paced =
          loads.openLoop(Life.COLLECTED, most * share, settings.block(), (_, _) -> {});
      String note =
          "open loop; %d clients; %d%% = %.0f/s; %d of %d began late"
              .formatted(
                  settings.clients(),
                  Math.round(share * 100),
                  most * share,
                  paced.late(),
                  paced.calls());
      Latencies latencies = paced.latencies();
      String name = "write at " + Math.round(share * 100) + "% ";
      rows.add(row, name + "p50", latencies.at(0.50) / 1000.0, "ms", note);
      rows.add(row, name + "p95", latencies.at(0.95) / 1000.0, "ms", note);
      rows.add(row, name + "p99", latencies.at(0.99) / 1000.0, "ms", note);
      rows.add(row, name + "max", latencies.max() / 1000.0, "ms", note);
    }
  }
}

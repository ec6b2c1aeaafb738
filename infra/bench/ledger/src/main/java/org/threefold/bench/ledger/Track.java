package org.threefold.bench.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.threefold.bench.protocol.Canary;
import org.threefold.bench.protocol.Latencies;
import org.threefold.bench.protocol.Rows;
import org.threefold.bench.servers.Processor;

/** Where blocks are run: one way at a time, a canary before and after, the gate at the end. */
final class Track {

  private static final long QUIET_LOOK_MILLIS = 200;
  private static final int MOST_LOOKS = 25;
  private static final double QUIET_SECONDS = 0.02;
  private static final int MOST_SHOWN = 5;

  private final long self = ProcessHandle.current().pid();
  private final Rows rows;
  private final Canary canary;
  private final List<String> failed = new ArrayList<>();

  Track(Rows rows, Canary canary) {
    this.rows = rows;
    this.canary = canary;
  }

  /** One block in a closed loop. */
  Block block(Keeper keeper, Workload workload, Duration time) throws Exception {
    try (Keeper.Books books = keeper.open(workload)) {
      awaitQuiet(keeper);
      Canary.Song before = canary.sing();
      double client = Processor.seconds(self);
      double store = keeper.storeSeconds();
      Load.Done done = new Load(workload).closed(books, time);
      double thousands = done.commands() / 1000.0;
      double clientSeconds = (Processor.seconds(self) - client) / thousands;
      double storeSeconds = (keeper.storeSeconds() - store) / thousands;
      awaitQuiet(keeper); // Or it would sing of what this block has left to tidy up.
      Canary.Song after = canary.sing();
      gate(keeper, workload, books, done);
      return new Block(
          done.perSecond(),
          clientSeconds,
          storeSeconds,
          Math.max(canary.percentOff(before), canary.percentOff(after)));
    }
  }

  /** Only to warm up, or to find out what suits it: commands per second, without a canary. */
  double trial(Keeper keeper, Workload workload, Duration time) throws Exception {
    try (Keeper.Books books = keeper.open(workload)) {
      Load.Done done = new Load(workload).closed(books, time);
      gate(keeper, workload, books, done);
      return done.perSecond();
    }
  }

  /** How late answers are when so many are asked each second. */
  Latencies paced(Keeper keeper, Workload workload, double perSecond, Duration time)
      throws Exception {
    try (Keeper.Books books = keeper.open(workload)) {
      awaitQuiet(keeper);
      Latencies latencies = new Latencies();
      Load.Done done = new Load(workload).paced(books, perSecond, time, latencies);
      gate(keeper, workload, books, done);
      return latencies;
    }
  }

  /** What the block before has left to tidy up is not this one's. */
  private void awaitQuiet(Keeper keeper) throws InterruptedException {
    System.gc();
    double before = keeper.storeSeconds();
    for (int i = 0; i < MOST_LOOKS; i++) {
      TimeUnit.MILLISECONDS.sleep(QUIET_LOOK_MILLIS);
      double now = keeper.storeSeconds();
      if (now - before <= QUIET_SECONDS) {
        return;
      }
      before = now;
    }
  }

  private void gate(Keeper keeper, Workload workload, Keeper.Books books, Load.Done done)
      throws Exception {
    List<String> wrong = books.wrong(done.acknowledged());
    if (!wrong.isEmpty()) {
      failed.add(keeper.name() + " in " + workload.name());
      rows.add(
          workload.name(),
          keeper.name() + ".gate",
          "FAILED",
          "",
          wrong.size() + " wrong: " + wrong.stream().limit(MOST_SHOWN).toList());
    }
  }

  /** The blocks whose books were not right. */
  List<String> failed() {
    return List.copyOf(failed);
  }
}

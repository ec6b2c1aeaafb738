package org.threefold.bench.ledger;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.threefold.bench.protocol.Rows;
import org.threefold.bench.servers.StoreProcess;
import org.threefold.events.FundId;
import org.threefold.events.ProjectId;
import org.threefold.funds.journal.FillingStore;
import org.threefold.funds.ledger.Desk;
import org.threefold.testkit.ChildJvm;

/**
 * How long the ledger takes to be ready on a large journal, in a JVM that has just begun: with the
 * snapshot the service would have, and without any.
 */
final class Restart {

  private static final String DATABASE = "restart";
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final int FUNDS = 20;
  private static final int PLANS = 3;
  private static final int STEPS = 3;
  private static final long FEN = 100;
  private static final int MOST_WAITING = 4096;

  /** In the middle of the 10,000 entries between two snapshots. */
  private static final int AFTER_SNAPSHOT = 5_000;

  private final StoreProcess store;
  private final MongoClient client;
  private final Path home;
  private final Rows rows;

  Restart(StoreProcess store, MongoClient client, Path home, Rows rows) {
    this.store = store;
    this.client = client;
    this.home = home;
    this.rows = rows;
  }

  void measure(int entries) {
    MongoDatabase database = client.getDatabase(DATABASE);
    long began = System.nanoTime();
    int snapshotAt = Math.max(entries / 2, entries - AFTER_SNAPSHOT);
    long last = fill(database, entries, snapshotAt);
    rows.add(
        "restart",
        "filled",
        (System.nanoTime() - began) / 1e9,
        "s",
        last + " entries of one decision each; a snapshot at entry " + snapshotAt);
    open("snapshot", last, last - snapshotAt + " entries after the snapshot");
    database.getCollection("snapshots").drop();
    open("whole", last, "every entry read; hashed and added again");
    database.drop();
  }

  /** Projects of three plans each, which are held, promised and given back: nine entries. */
  private static long fill(MongoDatabase database, int entries, int snapshotAt) {
    try (FillingStore filling = new FillingStore(database);
        Desk desk = Desk.filling(filling, snapshotAt)) {
      List<FundId> funds = IntStream.range(0, FUNDS).mapToObj(OurKeeper::fund).toList();
      desk.open(funds, Workload.MONEY_FEN);
      Queue<CompletableFuture<?>> waiting = new ArrayDeque<>();
      int commands = entries - 2 * FUNDS;
      for (int i = 0; i < commands; i++) {
        if (waiting.size() == MOST_WAITING) {
          waiting.remove().join();
        }
        waiting.add(ask(desk, funds, i));
      }
      waiting.forEach(CompletableFuture::join);
      long last = desk.seq();
      filling.finish(last);
      return last;
    }
  }

  private static CompletableFuture<?> ask(Desk desk, List<FundId> funds, int i) {
    int each = PLANS * STEPS;
    ProjectId project = OurKeeper.project(i / each);
    long version = i % each + 1L;
    int plan = i % each / STEPS + 1;
    return switch (i % STEPS) {
      case 0 ->
          desk.submitReserve(project, plan, List.of(funds.get(i / each % FUNDS)), FEN, version);
      case 1 -> desk.submitCommit(project, plan, version);
      default -> desk.submitRelease(project, version);
    };
  }

  private void open(String how, long entries, String note) {
    try (ChildJvm child =
        ChildJvm.start(
            List.of("-Xmx3g", "-XX:TieredStopAtLevel=4", "-XX:+UseCompactObjectHeaders"),
            RestartedLedger.class,
            home.resolve("restart-" + how + ".log"),
            store.uri(),
            DATABASE)) {
      String[] seen = child.awaitLine(RestartedLedger.READY, LONGEST).split(" ", -1);
      if (Long.parseLong(seen[0]) != entries) {
        throw new IllegalStateException("Ready at " + seen[0] + " of " + entries);
      }
      rows.fine("restart", how + ".ready", Long.parseLong(seen[1]) / 1000.0, "s", note);
      rows.add("restart", how + ".heap", mb(seen[2]), "MB", "live objects when ready");
      rows.add(
          "restart",
          how + ".resident",
          mb(seen[3]),
          "MB",
          String.format(Locale.ROOT, "the most so far; %d entries", entries));
    }
  }

  private static double mb(String kb) {
    return Long.parseLong(kb) / 1024.0;
  }
}

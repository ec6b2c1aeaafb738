package org.threefold.bench.ledger;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.threefold.bench.ledger.PostgresKeeper.Way;
import org.threefold.bench.protocol.Canary;
import org.threefold.bench.protocol.Latencies;
import org.threefold.bench.protocol.Rows;
import org.threefold.bench.servers.PostgresServer;
import org.threefold.bench.servers.StoreProcess;
import org.threefold.testkit.Quiet;

/**
 * Measures the fund ledger beside double entry in PostgreSQL and beside the least that must be
 * done, and appends the outcome to a file of rows; see {@link Settings} for what can be chosen.
 */
public final class LedgerBench {

  private static final double BUDGET_POSTGRES = 5;
  private static final double BUDGET_FLOOR = 0.6;

  private final Settings settings;
  private final Path home;
  private final Rows rows;
  private final Canary canary;
  private final Track track;

  private LedgerBench(Settings settings, Path home) {
    this.settings = settings;
    this.home = home;
    this.rows = new Rows(settings.rows());
    this.canary = new Canary(home.resolve("canary"));
    this.track = new Track(rows, canary);
  }

  /** No arguments; the settings are system properties. */
  public static void main(String[] arguments) throws Exception {
    Quiet.loggers(Map.of("org.mongodb.driver", "WARN"));
    Settings settings = Settings.from(System.getProperties());
    Files.createDirectories(settings.work());
    Path home = Files.createTempDirectory(settings.work(), "ledger-");
    System.out.println("The ledger is measured in " + home);
    boolean passed = new LedgerBench(settings, home).measure();
    System.exit(passed ? 0 : 1);
  }

  private boolean measure() throws Exception {
    canary.learn();
    try (StoreProcess store = StoreProcess.start(home.resolve("mongo"));
        MongoClient client = MongoClients.create(store.uri())) {
      OurKeeper ours = new OurKeeper(store::cpuSeconds, client);
      FloorKeeper floor = new FloorKeeper(store::cpuSeconds, client, ours);
      if (PostgresServer.isInstalled()) {
        try (PostgresServer postgres = PostgresServer.start(home.resolve("postgres"))) {
          contests(ours, floor, postgres);
        }
      } else {
        rows.add("hot", "ours/postgres.ratio", "", "", "not measured: PostgreSQL is not installed");
        contests(ours, floor, null);
      }
      if (settings.parts().contains("restart")) {
        new Restart(store, client, home, rows).measure(settings.entries());
      }
    }
    List<String> failed = track.failed();
    rows.add("gate", "all blocks", failed.isEmpty() ? "passed" : "FAILED", "", failed.toString());
    return failed.isEmpty();
  }

  private void contests(OurKeeper ours, FloorKeeper floor, @Nullable PostgresServer postgres)
      throws Exception {
    if (settings.parts().contains("hot")) {
      hot(ours, floor, postgres);
    }
    if (settings.parts().contains("many") && postgres != null) {
      Workload many = new Workload("many", settings.clients(), settings.funds(), 1);
      contest(ours, best(postgres, many, Way.PLAIN), many, settings.fewerPairs());
    }
    if (settings.parts().contains("three") && postgres != null) {
      Workload three = new Workload("three", settings.clients(), 3, 3);
      contest(ours, best(postgres, three, Way.PLAIN), three, settings.fewerPairs());
      contest(ours, best(postgres, three, Way.FUNCTION), three, settings.fewerPairs());
    }
  }

  private void hot(OurKeeper ours, FloorKeeper floor, @Nullable PostgresServer postgres)
      throws Exception {
    Workload hot = new Workload("hot", settings.clients(), 1, 1);
    track.trial(ours, hot, settings.warmup());
    track.trial(floor, hot, settings.warmup());
    Contest.Outcome beside = contest(ours, floor, hot, settings.pairs());
    budget("ours/floor", beside, BUDGET_FLOOR);
    late(ours, hot, beside.oneRate());
    late(floor, hot, beside.otherRate());
    if (postgres != null) {
      PostgresKeeper entry = best(postgres, hot, Way.PLAIN, Way.LOCKED);
      beside = contest(ours, entry, hot, settings.pairs());
      budget("ours/" + entry.name(), beside, BUDGET_POSTGRES);
      late(entry, hot, beside.otherRate());
      PostgresKeeper function = best(postgres, hot, Way.FUNCTION);
      beside = contest(ours, function, hot, settings.fewerPairs());
      late(function, hot, beside.otherRate());
    }
  }

  private Contest.Outcome contest(Keeper one, Keeper other, Workload workload, int pairs)
      throws Exception {
    return new Contest(track, settings, rows).between(one, other, workload, pairs);
  }

  private void budget(String versus, Contest.Outcome outcome, double budget) {
    rows.add(
        "budget",
        versus,
        outcome.ratio().median() >= budget ? "met" : "MISSED",
        "",
        String.format(
            Locale.ROOT, "at least %.1f times; seen %.2f", budget, outcome.ratio().median()));
  }

  /** Tries each way with each number of connections, and takes the fastest. */
  private PostgresKeeper best(PostgresServer server, Workload workload, Way... ways)
      throws Exception {
    PostgresKeeper best = null;
    double most = 0;
    for (Way way : ways) {
      track.trial(
          new PostgresKeeper(server, way, settings.connections().getLast()),
          workload,
          settings.trial());
      for (int connections : settings.connections()) {
        PostgresKeeper tried = new PostgresKeeper(server, way, connections);
        double rate = track.trial(tried, workload, settings.trial());
        rows.add(
            workload.name(),
            tried.name() + ".connections." + connections,
            rate,
            "commands/s",
            "a short trial, to find the best number of connections");
        if (best == null || rate > most) {
          best = tried;
          most = rate;
        }
      }
    }
    return Objects.requireNonNull(best, "No number of connections was given");
  }

  private void late(Keeper keeper, Workload workload, double rate) throws Exception {
    double half = rate / 2;
    Latencies seen = track.paced(keeper, workload, half, settings.block());
    String note =
        String.format(
            Locale.ROOT,
            "by the clock; %.0f commands/s; half of its own rate; from when each was due",
            half);
    rows.fine(workload.name(), keeper.name() + ".p50", seen.at(0.5) / 1000.0, "ms", note);
    rows.fine(workload.name(), keeper.name() + ".p99", seen.at(0.99) / 1000.0, "ms", note);
    rows.fine(workload.name(), keeper.name() + ".max", seen.max() / 1000.0, "ms", note);
  }
}

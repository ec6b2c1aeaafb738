package org.threefold.bench.harness;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.threefold.bench.protocol.Canary;
import org.threefold.bench.protocol.Rows;

/** Measures everything and writes the sheet; the settings are system properties. */
public final class Bench {

  private static final ZoneId COUNTY = ZoneId.of("Asia/Shanghai");

  /** Those that have a relay to hold, or can hear everything again. */
  private static final List<Contender> BACKLOGGED =
      List.of(Contender.FLOOR, Contender.OURS, Contender.NAMASTACK);

  private final Settings settings;
  private final Path file;
  private final Rows rows;
  private final Progress progress;
  private final Canary canary;

  private Bench(Settings settings, Path file, Progress progress) {
    this.settings = settings;
    this.file = file;
    this.rows = new Rows(file);
    this.progress = progress;
    this.canary = new Canary(settings.work().resolve("canary"));
  }

  /** No arguments. Ends with 1 if anything failed; what was measured is written all the same. */
  public static void main(String[] arguments) throws Exception {
    Settings given = Settings.from(System.getProperties());
    Files.createDirectories(given.work());
    Settings settings = given.in(Files.createTempDirectory(given.work(), "bench-"));
    Files.createDirectories(settings.results());
    String name = LocalDate.now(COUNTY) + (settings.quick() ? "-quick" : "");
    Path file = settings.results().resolve(name + ".csv");
    Files.deleteIfExists(file);
    System.out.println("Logs and data are in " + settings.work());
    boolean sound;
    try (Progress progress = new Progress(steps(settings))) {
      sound = new Bench(settings, file, progress).measure();
    }
    Sheet sheet = Sheet.of(file, Machine.read(settings.root()));
    Files.writeString(settings.results().resolve(name + ".md"), sheet.text());
    System.out.println(sheet.budgets());
    System.out.println("All of it: " + settings.results().resolve(name + ".md"));
    System.exit(sound ? 0 : 1);
  }

  private static int steps(Settings settings) {
    return settings.only().stream()
        .mapToInt(part ->
            switch (part) {
              case "hop" -> contenders(settings, part).size() * Comparison.steps(settings);
              case "pace" -> contenders(settings, part).size() * Paces.steps();
              case "backlog" -> contenders(settings, part).size() * Backlogs.steps();
              case "growth" -> Growth.steps(settings);
              case "chain" -> Chain.steps();
              default -> 1;
            })
        .sum();
  }

  private boolean measure() throws InterruptedException {
    boolean sound = true;
    if (settings.only().stream().anyMatch(Bench::needsServers)) {
      canary.learn();
      try (Servers servers = Servers.start(settings.work())) {
        for (String part : settings.only()) {
          if (needsServers(part)) {
            sound &= withServers(part, servers);
          }
        }
      }
      Canary.Song song = canary.median();
      rows.add("canary", "arithmetic", song.arithmetic() * 1000, "ms", "median");
      rows.add("canary", "disk", song.disk() * 1000, "ms", "median; 200 forced writes");
    }
    Other other = new Other(settings, file, rows, progress);
    if (settings.only().contains("ledger")) {
      sound &= other.run("ledger", "org.threefold.bench.ledger.LedgerBench", ledgerSettings());
    }
    if (settings.only().contains("county")) {
      sound &= other.run("county", "org.threefold.bench.county.CountyBench", countySettings());
    }
    return sound;
  }

  private Map<String, String> ledgerSettings() {
    String seconds = Long.toString(settings.block().toSeconds());
    return settings.quick()
        ? Map.of("quick", "true")
        : Map.of("pairs", Integer.toString(settings.pairs()), "block", seconds, "warmup", seconds);
  }

  private Map<String, String> countySettings() {
    return settings.quick()
        ? Map.of("warmup", "10", "block", "5", "sizes", "0,500", "readers", "20,50")
        : Map.of();
  }

  private static boolean needsServers(String part) {
    return !List.of("ledger", "county").contains(part);
  }

  /** One part; if it fails the others are measured all the same. */
  private boolean withServers(String part, Servers servers) throws InterruptedException {
    boolean sound = true;
    canary.sing();
    for (Contender each : contenders(settings, part)) {
      if (each.postgres() && !servers.hasPostgres()) {
        rows.add(part + "." + each.id(), "outcome", "not measured", "", "no PostgreSQL here");
      } else {
        sound &= measured(part, each, servers);
      }
    }
    return sound;
  }

  private static List<Contender> contenders(Settings settings, String part) {
    List<Contender> chosen =
        Contender.ONE_HOP.stream()
            .filter(it -> it.equals(Contender.OURS) || settings.against().contains(it.id()))
            .toList();
    return switch (part) {
      case "hop" -> chosen.stream().filter(it -> !it.equals(Contender.OURS)).toList();
      case "pace" -> chosen;
      case "backlog" -> chosen.stream().filter(BACKLOGGED::contains).toList();
      case "growth" -> List.of(Contender.OURS);
      case "chain" -> List.of(Contender.CHAIN);
      default -> throw new IllegalArgumentException(part);
    };
  }

  private boolean measured(String part, Contender contender, Servers servers)
      throws InterruptedException {
    try {
      switch (part) {
        case "hop" -> new Comparison(settings, servers, canary, rows, progress).measure(contender);
        case "pace" -> new Paces(settings, servers, rows, progress).measure(contender);
        case "backlog" -> new Backlogs(settings, servers, rows, progress).measure(contender);
        case "growth" -> new Growth(settings, servers, rows, progress).measure();
        case "chain" -> new Chain(settings, servers, rows, progress).measure();
        default -> throw new IllegalArgumentException(part);
      }
      return true;
    } catch (SQLException | ExecutionException | RuntimeException failed) {
      failed.printStackTrace();
      rows.add(
          part + "." + contender.id(),
          "outcome",
          "FAILED",
          "",
          String.valueOf(failed.getMessage()));
      return false;
    }
  }
}

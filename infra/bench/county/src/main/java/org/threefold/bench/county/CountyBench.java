package org.threefold.bench.county;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.threefold.bench.protocol.Rows;
import org.threefold.local.CountySettings;
import org.threefold.local.CountySettings.Part;

/**
 * Measures the whole county from outside and appends the outcome to a file of rows; see {@link
 * Settings} for what can be chosen.
 */
public final class CountyBench {

  private static final Duration START = Duration.ofMinutes(5);

  private final Settings settings;
  private final Path home;
  private final Rows rows;

  private CountyBench(Settings settings, Path home) {
    this.settings = settings;
    this.home = home;
    this.rows = new Rows(settings.rows());
  }

  /** No arguments; the settings are system properties. */
  public static void main(String[] arguments) throws Exception {
    Settings settings = Settings.from(System.getProperties());
    Files.createDirectories(settings.work());
    Path home = Files.createTempDirectory(settings.work(), "county-");
    System.out.println("The county is measured in " + home);
    boolean passed = new CountyBench(settings, home).measure();
    System.exit(passed ? 0 : 1);
  }

  private boolean measure() throws IOException, InterruptedException {
    if (settings.parts().contains("start")) {
      new Starts(home, rows).measure();
    }
    if (settings.parts().contains("alone")) {
      new Alone(home, settings.root(), rows).measure();
    }
    boolean http = settings.parts().contains("http");
    boolean stream = settings.parts().contains("stream");
    return !(http || stream) || underLoad(http, stream);
  }

  private boolean underLoad(boolean http, boolean stream) throws IOException, InterruptedException {
    CountySettings county = CountySettings.onFreePorts(home.resolve("loaded"));
    String kafka = "localhost:" + county.port(Part.KAFKA);
    String mongo = "mongodb://localhost:" + county.port(Part.MONGO);
    try (Child child = new Launch(home).county(county, List.of())) {
      child.awaitReady(START);
      String secret = Files.readString(county.data().resolve("issuer").resolve("secret")).strip();
      Living living = new Living(county, secret);
      Loads loads = new Loads(living, settings.clients());
      try (Lag lag = new Lag(kafka)) {
        if (http) {
          new Curve(settings, child, living, loads, new Seeding(kafka, mongo), lag, rows).measure();
        } else {
          loads.closedLoop(Life.CLOSED, settings.warmup());
        }
        if (http) {
          rebuild(kafka, mongo);
        }
        if (stream) {
          new Streams(county, child, living, loads, lag, rows, settings.block())
              .measure(settings.readers());
        }
      }
      boolean passed = new Gate(kafka, mongo).passes("county", living.acknowledged(), rows);
      child.stop();
      return passed;
    }
  }

  private void rebuild(String kafka, String mongo) throws InterruptedException {
    Optional<Path> jar = Launch.runnable(settings.root(), "county-oversight");
    if (jar.isPresent()) {
      new Rebuild(home, kafka, mongo, rows).measure(jar.get());
    } else {
      rows.add("rebuild", "facts", "not measured", "/s", "no runnable jar is built");
    }
  }
}

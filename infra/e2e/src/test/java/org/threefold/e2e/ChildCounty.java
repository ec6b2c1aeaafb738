package org.threefold.e2e;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.threefold.local.CountySettings;
import org.threefold.local.CountySettings.Part;
import org.threefold.local.Main;
import org.threefold.testkit.ChildJvm;

/** A county in a JVM of its own, which can be killed and started again on its data and ports. */
final class ChildCounty implements AutoCloseable {

  /** A first start sows the county; a later one waits for the sessions of the dead. */
  private static final Duration START = Duration.ofSeconds(90);

  private final Path home;
  private final CountySettings settings;
  private final List<String> options = new ArrayList<>();
  private ChildJvm county;
  private int lives;
  private CompletableFuture<Void> fate = CompletableFuture.completedFuture(null);

  ChildCounty(Path home) {
    this.home = home;
    this.settings = CountySettings.onFreePorts(home.resolve("data"));
    options.addAll(
        List.of(
            "-Xmx768m",
            "-Xss512k",
            "-Djava.net.preferIPv4Stack=true",
            "-Dthreefold.data=" + settings.data(),
            "-Dlogback.configurationFile=org/threefold/local/logback.xml",
            "-Dorg.springframework.boot.logging.LoggingSystem=none"));
    settings
        .ports()
        .forEach((part, port) -> options.add("-Dthreefold.port." + part.partName() + "=" + port));
    county = start();
  }

  private ChildJvm start() {
    ChildJvm started =
        ChildJvm.start(options, Main.class, home.resolve("county-" + ++lives + ".log"));
    county = started;
    System.out.println(
        "The county is up after" + started.awaitLine("The county is up after", START));
    return started;
  }

  /** Kills the county after so long, and starts it again; both in the background. */
  void dieAfter(Duration delay) {
    fate =
        CompletableFuture.runAsync(
            () -> {
              county.kill();
              System.out.println("The county is killed");
              start();
            },
            CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** Kills the county and starts it again. */
  void restart() {
    county.kill();
    start();
  }

  /** How often it was killed and came back. */
  int kills() {
    fate.join();
    return lives - 1;
  }

  CountySettings settings() {
    return settings;
  }

  String broker() {
    return "localhost:" + settings.port(Part.KAFKA);
  }

  String store() {
    return "mongodb://localhost:" + settings.port(Part.MONGO);
  }

  @Override
  public void close() {
    fate.exceptionally(_ -> null).join();
    county.kill();
  }
}

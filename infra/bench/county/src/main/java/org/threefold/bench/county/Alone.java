package org.threefold.bench.county;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.threefold.bench.protocol.Rows;
import org.threefold.testkit.Ports;
import org.threefold.testkit.kafka.LocalKafka;
import org.threefold.testkit.mongo.LocalMongo;

/**
 * Each service as it is deployed: its runnable jar, extracted, in a JVM of its own; broker and
 * store are in this one. No issuer is needed to start.
 */
final class Alone {

  private static final Duration LIMIT = Duration.ofMinutes(2);

  private static final List<String> SERVICES =
      List.of(
          "station-registry",
          "needs-intake",
          "project-management",
          "fund-ledger",
          "evaluation",
          "county-oversight");

  private static final List<String> OPTIONS =
      List.of(
          "-Xmx256m",
          "-XX:+UseSerialGC",
          "-XX:+UseCompactObjectHeaders",
          "-Xss512k",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private final Path home;
  private final Path root;
  private final Rows rows;

  Alone(Path home, Path root, Rows rows) {
    this.home = home;
    this.root = root;
    this.rows = rows;
  }

  void measure() throws InterruptedException {
    try (LocalMongo mongo = LocalMongo.inMemory();
        LocalKafka kafka = LocalKafka.start(home.resolve("alone-kafka"), 0)) {
      Map<String, String> env =
          Map.of(
              "MONGODB_URI",
              mongo.uri(),
              "KAFKA_BOOTSTRAP_SERVERS",
              kafka.bootstrapServers(),
              "NEEDS_VAULT_KEYS",
              home.resolve("vault-keys").toString(),
              "NEEDS_VAULT_MAKEKEYS",
              "true");
      for (String service : SERVICES) {
        Optional<Path> jar = Launch.runnable(root, service);
        if (jar.isEmpty()) {
          rows.add("alone." + service, "start", "not measured", "s", "no runnable jar is built");
        } else {
          measure(service, extracted(service, jar.get()), env);
        }
      }
    }
  }

  private void measure(String service, Path jar, Map<String, String> env)
      throws InterruptedException {
    Path cache = home.resolve(service + ".aot");
    start(service, "first", jar, env, List.of()); // Topics and indexes are made.
    report(service, "alone.", "on kept data", jar, env, List.of());
    start(service, "training", jar, env, List.of("-XX:AOTCacheOutput=" + cache));
    if (Files.exists(cache)) {
      report(service, "alone.aot.", "-XX:AOTCache", jar, env, List.of("-XX:AOTCache=" + cache));
    } else {
      rows.add("alone.aot." + service, "start", "none", "s", "the JVM wrote no cache");
    }
  }

  private void report(
      String service,
      String row,
      String note,
      Path jar,
      Map<String, String> env,
      List<String> options)
      throws InterruptedException {
    double[] seen = start(service, note.replaceAll("\\W", ""), jar, env, options);
    rows.add(row + service, "start", seen[0], "s", note + "; -Xmx256m; to Spring's Started line");
    rows.add(row + service, "resident", seen[1], "MB", note + "; -Xmx256m");
  }

  /** Seconds to the start, and megabytes resident then. */
  private double[] start(
      String service, String what, Path jar, Map<String, String> env, List<String> options)
      throws InterruptedException {
    List<String> command = new ArrayList<>(List.of(Launch.java()));
    command.addAll(OPTIONS);
    command.addAll(options);
    command.addAll(List.of("-jar", jar.toString(), "--server.port=" + Ports.free()));
    Path log = home.resolve("alone-" + service + "-" + what + ".log");
    try (Child child = Child.start(command, env, log, "Started ")) {
      double seconds = child.awaitReady(LIMIT).toMillis() / 1000.0;
      double megabytes = child.residentKb() / 1024.0;
      child.stop();
      return new double[] {seconds, megabytes};
    }
  }

  /** The layout that the cache of the JDK needs: the program's jar with its libraries beside it. */
  private Path extracted(String service, Path jar) throws InterruptedException {
    Path into = home.resolve("extracted-" + service);
    try {
      Process extract =
          new ProcessBuilder(
                  Launch.java(),
                  "-Djarmode=tools",
                  "-jar",
                  jar.toString(),
                  "extract",
                  "--destination",
                  into.toString())
              .redirectErrorStream(true)
              .redirectOutput(home.resolve("extract-" + service + ".log").toFile())
              .start();
      if (!extract.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS) || extract.exitValue() != 0) {
        throw new IllegalStateException("Cannot extract " + jar);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("Cannot extract " + jar, impossible);
    }
    return into.resolve(jar.getFileName());
  }
}

package org.threefold.bench.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.threefold.bench.servers.BrokerProcess;
import org.threefold.bench.servers.PostgresServer;
import org.threefold.bench.servers.StoreProcess;

/** Broker and stores for all subjects alike, each in a process of its own. */
final class Servers implements AutoCloseable {

  private final Path home;
  private final BrokerProcess broker;
  private final StoreProcess mongo;
  private final @Nullable PostgresServer postgres;

  private Servers(
      Path home, BrokerProcess broker, StoreProcess mongo, @Nullable PostgresServer postgres) {
    this.home = home;
    this.broker = broker;
    this.mongo = mongo;
    this.postgres = postgres;
  }

  /** Starts them; PostgreSQL only if it is installed. */
  static Servers start(Path home) throws InterruptedException {
    return new Servers(
        home,
        BrokerProcess.start(home.resolve("kafka")),
        StoreProcess.start(home.resolve("mongo")),
        PostgresServer.isInstalled() ? PostgresServer.start(home.resolve("pg")) : null);
  }

  String kafka() {
    return broker.bootstrapServers();
  }

  String mongo() {
    return mongo.uri();
  }

  boolean hasPostgres() {
    return postgres != null;
  }

  String postgres() {
    if (postgres == null) {
      throw new IllegalStateException("PostgreSQL is not installed");
    }
    return postgres.url();
  }

  /** For the environment of a subject. */
  Map<String, String> surroundings() {
    Map<String, String> environment =
        new HashMap<>(Map.of("BENCH_KAFKA", kafka(), "BENCH_MONGO", mongo()));
    if (postgres != null) {
      environment.put("BENCH_PG", postgres.url());
    }
    return environment;
  }

  double brokerSeconds() {
    return broker.cpuSeconds();
  }

  double storeSeconds() {
    return mongo.cpuSeconds() + (postgres == null ? 0 : postgres.cpuSeconds());
  }

  /** Bytes in the broker's log of all topics whose names begin so. */
  long logBytes(String topics) {
    return bytesBelow(
        home.resolve("kafka"),
        file -> file.toString().contains("/" + topics) && file.toString().endsWith(".log"));
  }

  /** Bytes that went over the loopback so far, whoever sent them. */
  static long loopbackBytes() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/net/dev"))) {
      return lines
          .map(String::strip)
          .filter(line -> line.startsWith("lo:"))
          .mapToLong(line -> Long.parseLong(line.substring(3).strip().split("\\s+", -1)[0]))
          .findFirst()
          .orElse(0);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The system says nothing of its network", unreadable);
    }
  }

  private static long bytesBelow(Path directory, Predicate<Path> counted) {
    if (!Files.isDirectory(directory)) {
      return 0;
    }
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(counted).mapToLong(Servers::sizeOf).sum();
    } catch (IOException | UncheckedIOException changing) {
      return 0; // A file went while we looked; nobody needs this number to the byte.
    }
  }

  private static long sizeOf(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (IOException gone) {
      return 0;
    }
  }

  @Override
  public void close() {
    if (postgres != null) {
      postgres.close();
    }
    mongo.close();
    broker.close();
  }
}

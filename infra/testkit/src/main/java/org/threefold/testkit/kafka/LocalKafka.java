package org.threefold.testkit.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;
import org.threefold.testkit.Ports;
import org.threefold.testkit.Quiet;

/**
 * A real Kafka, broker and controller in one, from Kafka's own server classes in this JVM, on
 * loopback. It keeps its data in a directory and goes on from there, also after the process was
 * killed. Topics have to be created; nothing is ever deleted by age or size.
 */
public final class LocalKafka implements AutoCloseable {

  private static final Map<String, String> QUIET =
      Map.of(
          "kafka", "ERROR",
          "org.apache.kafka", "WARN",
          "org.apache.kafka.clients.NetworkClient", "ERROR",
          "org.apache.kafka.common.utils.AppInfoParser", "ERROR",
          "org.apache.kafka.storage", "ERROR",
          "org.apache.kafka.image", "ERROR",
          "org.apache.kafka.controller", "ERROR",
          "org.apache.kafka.raft", "ERROR",
          "org.apache.kafka.metadata", "ERROR",
          "state.change.logger", "ERROR");

  private static final String CLUSTER = "VGhyZWVmb2xkQ291bnR5MQ";
  private static final int NODE = 1;

  /** A port that was free may be gone a moment later. */
  private static final int ATTEMPTS = 3;

  private static final String SETTINGS =
      """
      process.roles=broker,controller
      node.id=1
      controller.listener.names=CONTROLLER
      inter.broker.listener.name=PLAINTEXT

      # A topic exists because somebody provisioned it, and keeps what it was given.
      auto.create.topics.enable=false
      num.partitions=6
      default.replication.factor=1
      min.insync.replicas=1
      log.retention.ms=-1
      log.retention.bytes=-1
      offsets.retention.minutes=2147483647

      # One node, few of everything.
      offsets.topic.replication.factor=1
      offsets.topic.num.partitions=4
      transaction.state.log.replication.factor=1
      transaction.state.log.min.isr=1
      transaction.state.log.num.partitions=2
      share.coordinator.state.topic.replication.factor=1
      share.coordinator.state.topic.min.isr=1
      share.coordinator.state.topic.num.partitions=1
      num.network.threads=2
      num.io.threads=4
      background.threads=2
      log.cleaner.dedupe.buffer.size=4194304
      log.cleaner.io.buffer.size=65536

      # Small files while there is little to keep.
      log.segment.bytes=67108864
      offsets.topic.segment.bytes=16777216
      transaction.state.log.segment.bytes=16777216
      log.index.size.max.bytes=262144

      # Quick to form a group, quick to be back after a crash.
      group.initial.rebalance.delay.ms=0
      group.min.session.timeout.ms=1000
      broker.heartbeat.interval.ms=500
      broker.session.timeout.ms=3000
      """;

  private final DirectoryLock lock;
  private final KafkaRaftServer server;
  private final int port;

  private LocalKafka(DirectoryLock lock, KafkaRaftServer server, int port) {
    this.lock = lock;
    this.server = server;
    this.port = port;
  }

  /**
   * Starts a broker on the data of this directory, which is made when it is not there. Returns when
   * it serves clients.
   *
   * @param port where to listen, 0 for any free one
   * @throws IllegalStateException naming the port, if it is taken, or the directory, if another
   *     broker is in it
   */
  public static LocalKafka start(Path dataDir, int port) {
    Quiet.loggers(QUIET);
    stayAlive();
    Ports.require("Kafka", port);
    var lock = DirectoryLock.take(dataDir);
    try {
      format(dataDir);
      return start(lock, dataDir, port);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static LocalKafka start(DirectoryLock lock, Path dataDir, int port) {
    for (int attempt = 1; ; attempt++) {
      int own = port == 0 ? Ports.free() : port;
      var server = new KafkaRaftServer(config(dataDir, own), Time.SYSTEM);
      try {
        server.startup();
        return new LocalKafka(lock, server, own);
      } catch (RuntimeException e) {
        server.shutdown();
        server.awaitShutdown();
        if (attempt == ATTEMPTS || !(e instanceof KafkaException)) {
          throw new IllegalStateException("Kafka cannot start on port " + own, e);
        }
      }
    }
  }

  /** Kafka ends the process when something is badly wrong; here it is a guest. */
  private static void stayAlive() {
    Exit.setExitProcedure(LocalKafka::refuseToDie);
    Exit.setHaltProcedure(LocalKafka::refuseToDie);
  }

  private static void refuseToDie(int status, String message) {
    throw new IllegalStateException("Kafka wanted to end this JVM (" + status + "): " + message);
  }

  private static void format(Path dataDir) {
    if (Files.exists(dataDir.resolve("meta.properties"))) {
      return;
    }
    try (var nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      new Formatter()
          .setPrintStream(nowhere)
          .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
          .setReleaseVersion(MetadataVersion.latestProduction())
          // Keeps book of replicas that may lead after a loss; the only replica always may.
          .setFeatureLevel("eligible.leader.replicas.version", (short) 0)
          .setClusterId(CLUSTER)
          .setNodeId(NODE)
          .setControllerListenerName("CONTROLLER")
          .addDirectory(dataDir.toString())
          .setMetadataLogDirectory(dataDir.toString())
          .setIgnoreFormatted(true)
          .run();
    } catch (Exception e) {
      throw new IllegalStateException("Kafka cannot start: no data directory in " + dataDir, e);
    }
  }

  private static KafkaConfig config(Path dataDir, int port) {
    var settings = new Properties();
    try {
      settings.load(new StringReader(SETTINGS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int controller = Ports.free();
    var broker = "PLAINTEXT://" + Ports.LOOPBACK + ":" + port;
    settings.setProperty(
        "listeners", broker + ",CONTROLLER://" + Ports.LOOPBACK + ":" + controller);
    settings.setProperty("advertised.listeners", broker);
    settings.setProperty(
        "controller.quorum.voters", NODE + "@" + Ports.LOOPBACK + ":" + controller);
    settings.setProperty("log.dirs", dataDir.toString());
    return KafkaConfig.fromProps(settings, false);
  }

  /** What clients put into {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return Ports.LOOPBACK + ":" + port;
  }

  public int port() {
    return port;
  }

  /** Stops the broker cleanly; the data stays. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
    lock.close();
  }
}

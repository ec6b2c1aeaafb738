package org.threefold.bench.servers;

import java.io.IOException;
import java.nio.file.Path;
import org.threefold.testkit.kafka.LocalKafka;

/**
 * A real Kafka in a JVM of its own, with one replica of everything and the system's page cache
 * between it and the disk (class K). It ends with the JVM that started it.
 */
public final class BrokerProcess implements AutoCloseable {

  private final ServerProcess process;

  private BrokerProcess(ServerProcess process) {
    this.process = process;
  }

  /** Starts it on the data in this directory, which is made when it is not there. */
  public static BrokerProcess start(Path home) {
    return new BrokerProcess(ServerProcess.start(BrokerProcess.class, home, "kafka.log"));
  }

  /** The broker itself: the directory is its only argument. */
  public static void main(String[] arguments) throws IOException {
    try (LocalKafka kafka = LocalKafka.start(Path.of(arguments[0]).resolve("data"), 0)) {
      ServerProcess.serve(kafka.bootstrapServers());
    }
  }

  /** What Kafka clients put into {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return process.address();
  }

  /** The processor time it has used, in seconds. */
  public double cpuSeconds() {
    return process.cpuSeconds();
  }

  /** Ends it as {@code kill -9} does. */
  @Override
  public void close() {
    process.close();
  }
}

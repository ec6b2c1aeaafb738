package org.threefold.bench.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.threefold.testkit.ChildJvm;
import org.threefold.testkit.kafka.LocalKafka;

/**
 * A real Kafka in a JVM of its own, with one replica of everything and the system's page cache
 * between it and the disk (class K). It ends with the JVM that started it.
 */
public final class BrokerProcess implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(2);
  private static final String READY = "bootstrap ";

  private static final List<String> OPTIONS =
      List.of(
          "-Xmx1g",
          "-XX:TieredStopAtLevel=4",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private final ChildJvm child;
  private final String bootstrapServers;

  private BrokerProcess(ChildJvm child, String bootstrapServers) {
    this.child = child;
    this.bootstrapServers = bootstrapServers;
  }

  /** Starts it on the data in this directory, which is made when it is not there. */
  public static BrokerProcess start(Path home) {
    try {
      Files.createDirectories(home);
    } catch (IOException unwritable) {
      throw new UncheckedIOException("No directory " + home, unwritable);
    }
    ChildJvm child =
        ChildJvm.start(OPTIONS, BrokerProcess.class, home.resolve("kafka.log"), home.toString());
    try {
      return new BrokerProcess(child, child.awaitLine(READY, START));
    } catch (RuntimeException | Error failed) {
      child.kill();
      throw failed;
    }
  }

  /** The broker itself: the directory is its only argument. */
  public static void main(String[] arguments) throws IOException {
    try (LocalKafka kafka = LocalKafka.start(Path.of(arguments[0]).resolve("data"), 0)) {
      System.out.println(READY + kafka.bootstrapServers());
      // Nobody writes to it: the input ends when the JVM at the other end does.
      while (System.in.read() >= 0) {}
    }
  }

  /** What Kafka clients put into {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** The processor time it has used, in seconds. */
  public double cpuSeconds() {
    return Processor.seconds(child.pid());
  }

  /** Ends it as {@code kill -9} does. */
  @Override
  public void close() {
    child.kill();
  }
}

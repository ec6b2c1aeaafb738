package org.threefold.bench.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.threefold.testkit.ChildJvm;
import org.threefold.testkit.mongo.LocalMongo;

/**
 * The stand-in for MongoDB in a JVM of its own. What it has acknowledged survives the end of that
 * JVM, however abrupt (class K); see {@link LocalMongo#start}. It ends with the JVM that started
 * it.
 */
public final class StoreProcess implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(2);
  private static final String READY = "uri ";

  private static final List<String> OPTIONS =
      List.of(
          "-Xmx1g",
          "-XX:TieredStopAtLevel=4",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private final ChildJvm child;
  private final String uri;

  private StoreProcess(ChildJvm child, String uri) {
    this.child = child;
    this.uri = uri;
  }

  /** Starts it on the data in this directory, which is made when it is not there. */
  public static StoreProcess start(Path home) {
    return start(home, List.of());
  }

  /**
   * The same with options for the JVM, which count more than the usual ones: a heap of 1 GB, the
   * serial collector.
   */
  public static StoreProcess start(Path home, List<String> options) {
    List<String> all = new ArrayList<>(OPTIONS);
    all.addAll(options);
    try {
      Files.createDirectories(home);
    } catch (IOException unwritable) {
      throw new UncheckedIOException("No directory " + home, unwritable);
    }
    ChildJvm child =
        ChildJvm.start(all, StoreProcess.class, home.resolve("mongo.log"), home.toString());
    try {
      return new StoreProcess(child, child.awaitLine(READY, START));
    } catch (RuntimeException | Error failed) {
      child.kill();
      throw failed;
    }
  }

  /** The server itself: the directory is its only argument. */
  public static void main(String[] arguments) throws IOException {
    try (LocalMongo mongo = LocalMongo.start(Path.of(arguments[0]).resolve("data"), 0)) {
      System.out.println(READY + mongo.uri());
      // Nobody writes to it: the input ends when the JVM at the other end does.
      while (System.in.read() >= 0) {}
    }
  }

  /** The connection string, without a database. */
  public String uri() {
    return uri;
  }

  public long pid() {
    return child.pid();
  }

  /** The processor time it has used, in seconds. */
  public double cpuSeconds() {
    return Processor.seconds(pid());
  }

  /** Ends it as {@code kill -9} does; the next start goes on from what was acknowledged. */
  @Override
  public void close() {
    child.kill();
  }
}

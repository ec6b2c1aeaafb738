package org.threefold.bench.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.threefold.testkit.ChildJvm;

/**
 * A server in a JVM of its own, with 1 GB of heap and the serial collector. It says where it is in
 * its first line, and ends with the JVM that started it.
 */
final class ServerProcess implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(2);
  private static final String READY = "at ";

  private static final List<String> OPTIONS =
      List.of(
          "-Xmx1g",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:TieredStopAtLevel=4",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private final ChildJvm child;
  private final String address;

  private ServerProcess(ChildJvm child, String address) {
    this.child = child;
    this.address = address;
  }

  /**
   * Starts it on the data in this directory, which is made when it is not there.
   *
   * @param program its main method calls {@link #serve}, and has the directory as its only argument
   * @param log the name of a file in the directory
   */
  static ServerProcess start(Class<?> program, Path home, String log) {
    try {
      Files.createDirectories(home);
    } catch (IOException unwritable) {
      throw new UncheckedIOException("No directory " + home, unwritable);
    }
    ChildJvm child = ChildJvm.start(OPTIONS, program, home.resolve(log), home.toString());
    try {
      return new ServerProcess(child, child.awaitLine(READY, START));
    } catch (RuntimeException | Error failed) {
      child.kill();
      throw failed;
    }
  }

  /** In the server's own JVM: says where it is, and returns when nobody needs it any more. */
  static void serve(String address) throws IOException {
    System.out.println(READY + address);
    // Nobody writes to it: the input ends when the JVM at the other end does.
    while (System.in.read() >= 0) {}
  }

  /** Where clients reach it. */
  String address() {
    return address;
  }

  long pid() {
    return child.pid();
  }

  /** The processor time it has used, in seconds. */
  double cpuSeconds() {
    return Processor.seconds(pid());
  }

  /** Ends it as {@code kill -9} does. */
  @Override
  public void close() {
    child.kill();
  }
}

package org.threefold.testkit.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a second broker out of a data directory. Kafka has a lock too, but takes it only after it
 * has read, and repaired, the log that the first one is writing.
 */
final class DirectoryLock implements AutoCloseable {

  /** Asked first: opening and closing a locked file again would set it free for other processes. */
  private static final Set<Path> HERE = ConcurrentHashMap.newKeySet();

  private final Path dir;
  private final FileChannel channel;

  private DirectoryLock(Path dir, FileChannel channel) {
    this.dir = dir;
    this.channel = channel;
  }

  /**
   * Takes the directory, which is made when it is not there. A lock ends with its process.
   *
   * @throws IllegalStateException if somebody has it
   */
  static DirectoryLock take(Path dataDir) {
    try {
      var dir = Files.createDirectories(dataDir).toRealPath();
      if (HERE.add(dir)) {
        var channel =
            FileChannel.open(
                dir.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() != null) {
          return new DirectoryLock(dir, channel);
        }
        channel.close();
        HERE.remove(dir);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Kafka cannot start: no data directory in " + dataDir, e);
    }
    throw new IllegalStateException("Kafka cannot start: " + dataDir + " is in use");
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      HERE.remove(dir);
    }
  }
}

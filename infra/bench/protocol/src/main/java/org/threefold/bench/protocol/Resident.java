package org.threefold.bench.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a process holds in memory, in kilobytes, as {@code /proc} says it. */
public final class Resident {

  private Resident() {}

  /** Now. */
  public static long nowKb(long pid) {
    return kilobytes(pid, "VmRSS:");
  }

  /** The most it has held so far. */
  public static long mostKb(long pid) {
    return kilobytes(pid, "VmHWM:");
  }

  private static long kilobytes(long pid, String field) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith(field))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    } catch (IOException gone) {
      throw new UncheckedIOException("The system says nothing of process " + pid, gone);
    }
  }
}

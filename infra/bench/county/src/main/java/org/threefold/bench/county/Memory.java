package org.threefold.bench.county;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a JVM holds after a collection.
 *
 * @param residentKb of the whole process
 * @param heapKb of live objects
 */
record Memory(long residentKb, long heapKb) {

  private static final Pattern USED =
      Pattern.compile("(?:PSYoungGen|ParOldGen)\\s+total \\d+K, used (\\d+)K");

  /** Lets it collect, and looks. */
  static Memory of(Child child) {
    jcmd(child, "GC.run");
    long heap = 0;
    for (String line : jcmd(child, "GC.heap_info")) {
      Matcher used = USED.matcher(line);
      if (used.find()) {
        heap += Long.parseLong(used.group(1));
      }
    }
    return new Memory(child.residentKb(), heap);
  }

  private static List<String> jcmd(Child child, String command) {
    try {
      Process process =
          new ProcessBuilder(Launch.tool("jcmd"), Long.toString(child.pid()), command)
              .redirectErrorStream(true)
              .start();
      try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
        return lines.lines().toList();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("No jcmd for " + child.pid(), impossible);
    }
  }
}

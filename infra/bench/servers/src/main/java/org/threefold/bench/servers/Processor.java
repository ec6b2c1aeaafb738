package org.threefold.bench.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.LongStream;

/**
 * The processor time of processes, user and system, as {@code /proc} counts it: in steps of ten
 * milliseconds, so look over seconds only.
 */
public final class Processor {

  /** {@code USER_HZ}, which Linux gives to programs as 100 everywhere. */
  private static final double TICKS_PER_SECOND = 100;

  /** Fields after the name of the program in {@code /proc/<pid>/stat}: utime, stime. */
  private static final int USER = 11;

  /** The same of children that have ended and were waited for: cutime, cstime. */
  private static final int ENDED_CHILDREN = 13;

  private static final int MOST_LOOKS = 10;

  private Processor() {}

  /** Seconds of this process, without its children; 0 if there is no such process. */
  public static double seconds(long pid) {
    return ticks(pid, USER) / TICKS_PER_SECOND;
  }

  /**
   * Seconds of this process and of everything it has started, ended children too: a server of many
   * processes, such as PostgreSQL.
   */
  public static double secondsOfTree(long pid) {
    long ended;
    long all;
    int looks = 0;
    // A child that ends while we look is counted nowhere, or twice: then we look again.
    do {
      ended = ticks(pid, ENDED_CHILDREN);
      all =
          ended
              + ticks(pid, USER)
              + descendants(pid).map(each -> ticks(each, USER) + ticks(each, ENDED_CHILDREN)).sum();
    } while (ended != ticks(pid, ENDED_CHILDREN) && ++looks < MOST_LOOKS);
    return all / TICKS_PER_SECOND;
  }

  private static LongStream descendants(long pid) {
    return ProcessHandle.of(pid).stream()
        .flatMap(ProcessHandle::descendants)
        .mapToLong(ProcessHandle::pid);
  }

  private static long ticks(long pid, int first) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      // The name is in brackets and may itself hold spaces and brackets.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return Long.parseLong(fields[first]) + Long.parseLong(fields[first + 1]);
    } catch (NoSuchFileException _) {
      return 0;
    } catch (IOException gone) {
      if (ProcessHandle.of(pid).isEmpty()) {
        return 0; // Ended while it was looked at.
      }
      throw new UncheckedIOException("The system says nothing of process " + pid, gone);
    }
  }
}

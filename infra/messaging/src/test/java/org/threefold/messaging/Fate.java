package org.threefold.messaging;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** At which point, and at which passing of it, this process ends without another instruction. */
final class Fate {

  /** What a process ended by SIGKILL leaves behind. */
  static final int KILLED = 137;

  private static final AtomicInteger passings = new AtomicInteger();
  private static volatile @Nullable Point fatal;

  private Fate() {}

  static void is(Point point, int passing) {
    passings.set(passing);
    fatal = point;
  }

  static void passed(Point point) {
    if (point == fatal && passings.decrementAndGet() == 0) {
      Runtime.getRuntime().halt(KILLED);
    }
  }
}

package org.threefold.bench.protocol;

import java.util.concurrent.locks.LockSupport;

/** Whatever is done by the clock. */
public final class Due {

  private Due() {}

  /** Waits until it is time, by {@link System#nanoTime}, and answers how much later it is. */
  public static long await(long time) {
    long left = time - System.nanoTime();
    while (left > 0) {
      LockSupport.parkNanos(left);
      left = time - System.nanoTime();
    }
    return -left;
  }
}

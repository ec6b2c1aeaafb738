package org.threefold.bench.protocol;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** When the effect of each fact was stored; a subject's consumer tells it. */
public final class Effects {

  private final Run run;
  private final AtomicLong repeated = new AtomicLong();
  private volatile Expected expected = new Expected(0, 0);

  private record Expected(int from, AtomicLongArray at, AtomicInteger missing) {
    Expected(int from, int to) {
      this(from, new AtomicLongArray(to - from), new AtomicInteger(to - from));
    }
  }

  /** Effects of a run. */
  public Effects(Run run) {
    this.run = run;
  }

  /** From now on the effects of the aggregates from..to (excluded) count. */
  void expect(int from, int to) {
    expected = new Expected(from, to);
  }

  /** The effect of this aggregate's fact is stored. */
  public void stored(String id) {
    Expected now = expected;
    int index = run.indexOf(id) - now.from;
    if (index < 0 || index >= now.at.length()) {
      return;
    }
    if (now.at.compareAndSet(index, 0, System.nanoTime())) {
      now.missing.decrementAndGet();
    } else {
      repeated.incrementAndGet();
    }
  }

  /** A fact came again, and the subject saw that it is not new. */
  public void seenAgain(long times) {
    repeated.addAndGet(times);
  }

  long repeated() {
    return repeated.get();
  }

  int missing() {
    return expected.missing.get();
  }

  /** When the effect was stored, in the nanoseconds of this JVM, or 0 if it is not. */
  long storedAt(int index) {
    Expected now = expected;
    return now.at.get(index - now.from);
  }

  /**
   * Waits until nothing is missing.
   *
   * @throws IllegalStateException if nothing has come for so long
   */
  void await(Duration longestSilence) throws InterruptedException {
    int before = missing();
    long heard = System.nanoTime();
    while (missing() > 0) {
      TimeUnit.MILLISECONDS.sleep(1);
      int now = missing();
      if (now < before) {
        before = now;
        heard = System.nanoTime();
      } else if (System.nanoTime() - heard > longestSilence.toNanos()) {
        throw new IllegalStateException(now + " effects have not come");
      }
    }
  }

  /** When the last effect was stored. */
  long last() {
    AtomicLongArray at = expected.at;
    long last = at.get(0);
    for (int i = 1; i < at.length(); i++) {
      long other = at.get(i);
      last = other - last > 0 ? other : last;
    }
    return last;
  }
}

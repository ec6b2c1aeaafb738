package org.threefold.bench.protocol;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts of durations in microseconds, in buckets whose width is below one in a hundred of their
 * value; durations themselves are not kept, and none is too long.
 */
public final class Latencies {

  private static final int SUB_BITS = 7;
  private static final int SUB = 1 << SUB_BITS;
  private static final int BUCKETS = (64 - SUB_BITS) * SUB;

  private final AtomicLongArray counts = new AtomicLongArray(BUCKETS);
  private final AtomicLong max = new AtomicLong();

  /** Counts one; what is below nothing counts as nothing. */
  public void add(long micros) {
    long value = Math.max(0, micros);
    counts.incrementAndGet(bucketOf(value));
    max.accumulateAndGet(value, Math::max);
  }

  /** How many were counted. */
  public long count() {
    long count = 0;
    for (int i = 0; i < BUCKETS; i++) {
      count += counts.get(i);
    }
    return count;
  }

  /** The longest, exactly. */
  public long max() {
    return max.get();
  }

  /**
   * The duration that this share of all did not exceed.
   *
   * @param share above 0, at most 1
   */
  public long at(double share) {
    long wanted = Math.max(1, (long) Math.ceil(share * count()));
    long so = 0;
    for (int i = 0; i < BUCKETS; i++) {
      so += counts.get(i);
      if (so >= wanted) {
        return Math.min(highestOf(i), max());
      }
    }
    return max();
  }

  private static int bucketOf(long value) {
    int shift = Math.max(0, 63 - Long.numberOfLeadingZeros(value | 1) - SUB_BITS);
    return shift * SUB + (int) (value >>> shift);
  }

  private static long highestOf(int bucket) {
    if (bucket < 2 * SUB) {
      return bucket;
    }
    int shift = bucket / SUB - 1;
    long low = (long) (bucket - shift * SUB) << shift;
    return low + (1L << shift) - 1;
  }
}

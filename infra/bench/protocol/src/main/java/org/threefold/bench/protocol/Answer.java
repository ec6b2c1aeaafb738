package org.threefold.bench.protocol;

/** What a subject says it has measured; whether anything was lost is for the harness to see. */
public sealed interface Answer {

  /** Of a burst. */
  record Burst(int events, long writeNanos, long totalNanos, long duplicatesSeen)
      implements Answer {}

  /**
   * Of a pace.
   *
   * @param late writes that began more than 10 ms after their time
   * @param backlogAtEnd facts without effect when the last write was due
   */
  record Pace(
      int sent,
      int late,
      long p50Micros,
      long p99Micros,
      long p999Micros,
      long maxMicros,
      int backlogAtEnd,
      long duplicatesSeen)
      implements Answer {}

  /** Of a backlog: from the moment the relay was let go to the last effect. */
  record Backlog(int events, long drainNanos, long duplicatesSeen) implements Answer {}

  /** Of a replay: from its beginning to the last effect. */
  record Replay(int events, long nanos) implements Answer {}

  /** Nothing to measure. */
  record Done() implements Answer {}

  /** Where the outcome lies. */
  record Lies(Where where) implements Answer {}
}

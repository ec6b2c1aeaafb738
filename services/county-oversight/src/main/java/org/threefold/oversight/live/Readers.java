package org.threefold.oversight.live;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.threefold.access.problems.Problem;

/**
 * Everybody who listens just now: how many, how many of one person, and the end for all of them
 * when the service stops.
 */
@Component
class Readers implements SmartLifecycle {

  private static final String RETRY_AFTER_SECONDS = "10";

  private final StreamSettings settings;
  private final Window window;
  private final MeterRegistry meters;
  private final AtomicInteger all = new AtomicInteger();
  private final Map<String, Integer> bySubject = new ConcurrentHashMap<>();
  private volatile boolean running;

  Readers(StreamSettings settings, Window window, MeterRegistry meters) {
    this.settings = settings;
    this.window = window;
    this.meters = meters;
    meters.gauge("threefold.stream.readers", all);
  }

  /**
   * Takes a place for a reader; {@link #serve} gives it back, or {@link #leave} before that.
   *
   * @throws org.threefold.access.problems.WithProblem if there is none (API-010)
   */
  void admit(String subject) {
    if (all.incrementAndGet() > settings.readers()) {
      all.decrementAndGet();
      throw full();
    }
    if (bySubject.merge(subject, 1, Integer::sum) > settings.readersOfOne()) {
      leave(subject);
      throw full();
    }
  }

  private RuntimeException full() {
    meters.counter("threefold.stream.ended", "why", "FULL").increment();
    return Problem.of("API-010").with("Retry-After", RETRY_AFTER_SECONDS).thrown();
  }

  /** Tells the reader everything until it ends. */
  void serve(Reader reader, Reader.Start start, OutputStream out) {
    try {
      Reader.End end = reader.serve(start, out, () -> running);
      meters.counter("threefold.stream.ended", "why", end.name()).increment();
    } finally {
      leave(reader.subject());
    }
  }

  /** Gives a place back. */
  void leave(String subject) {
    all.decrementAndGet();
    bySubject.computeIfPresent(subject, (_, n) -> n == 1 ? null : n - 1);
  }

  @Override
  public void start() {
    running = true;
  }

  /** Before the web server, which would wait for its last request. */
  @Override
  public void stop() {
    running = false;
    window.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}

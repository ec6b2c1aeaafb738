package org.threefold.bench.county;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import org.threefold.bench.protocol.Due;
import org.threefold.bench.protocol.Latencies;

/** The two ways of calling: as fast as the answers come, and by the clock. */
final class Loads {

  private static final long LATE = TimeUnit.MILLISECONDS.toNanos(10);

  private final Living living;
  private final int clients;

  Loads(Living living, int clients) {
    this.living = living;
    this.clients = clients;
  }

  /** What one client does until it has done enough. */
  private interface Work {
    void with(Caller caller) throws IOException;
  }

  /** Each client begins the next life when the last has ended; answers lives per second. */
  double closedLoop(Life life, Duration length) throws InterruptedException {
    var done = new LongAdder();
    long began = System.nanoTime();
    long end = began + length.toNanos();
    inParallel(caller -> {
      while (System.nanoTime() - end < 0) {
        living.live(life, caller);
        done.increment();
      }
    });
    return done.sum() * 1e9 / (System.nanoTime() - began);
  }

  /**
   * What a pace came to.
   *
   * @param late calls that began more than 10 ms after their time
   */
  record Paced(Latencies latencies, int late, int calls) {}

  /**
   * So many lives a second by the clock, whatever the county makes of it; a latency begins when the
   * call was due.
   *
   * @param told of each need when it is acknowledged, and of the nanosecond at which it was due
   */
  Paced openLoop(Life life, double perSecond, Duration length, BiConsumer<String, Long> told)
      throws InterruptedException {
    int calls = Math.max(1, (int) (perSecond * length.toMillis() / 1000));
    long gap = (long) (1e9 / perSecond);
    long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
    var turn = new AtomicInteger();
    var late = new AtomicInteger();
    var latencies = new Latencies();
    inParallel(caller -> {
      for (int i = turn.getAndIncrement(); i < calls; i = turn.getAndIncrement()) {
        long due = start + i * gap;
        if (Due.await(due) > LATE) {
          late.incrementAndGet();
        }
        String need = living.live(life, caller);
        latencies.add((System.nanoTime() - due) / 1000);
        told.accept(need, due);
      }
    });
    return new Paced(latencies, late.get(), calls);
  }

  private void inParallel(Work work) throws InterruptedException {
    try (ExecutorService pool = Executors.newFixedThreadPool(clients)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        running.add(
            pool.submit(() -> {
              try (Caller caller = living.caller()) {
                work.with(caller);
              }
              return null;
            }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } catch (ExecutionException failed) {
      throw new IllegalStateException("A call has failed", failed.getCause());
    }
  }
}

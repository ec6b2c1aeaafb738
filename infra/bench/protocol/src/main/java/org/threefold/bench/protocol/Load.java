package org.threefold.bench.protocol;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Puts a subject under load and looks at the clock: the same for every subject. */
final class Load {

  /** When nothing has come for so long, it will not come. */
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

  /** Threads that keep a pace; more than any subject needs to write at once. */
  private static final int PACERS = 64;

  private static final long LATE = TimeUnit.MILLISECONDS.toNanos(10);

  private final Subject subject;
  private final Run run;
  private final Effects effects;
  private int next;

  Load(Subject subject, Run run, Effects effects) {
    this.subject = subject;
    this.run = run;
    this.effects = effects;
  }

  Answer.Burst burst(Order.Burst order) throws Exception {
    int from = take(order.events());
    long again = effects.repeated();
    long began = System.nanoTime();
    write(from, next, order.writers(), order.bytes());
    long written = System.nanoTime();
    effects.await(LONGEST_SILENCE);
    return new Answer.Burst(
        order.events(), written - began, effects.last() - began, effects.repeated() - again);
  }

  Answer.Backlog backlog(Order.Backlog order) throws Exception {
    int from = take(order.events());
    long again = effects.repeated();
    subject.hold();
    write(from, next, order.writers(), order.bytes());
    long began = System.nanoTime();
    subject.say();
    effects.await(LONGEST_SILENCE);
    return new Answer.Backlog(order.events(), effects.last() - began, effects.repeated() - again);
  }

  /** All that was written in this run; {@code begin} starts the reading. */
  Answer.Replay replay(Beginning begin) throws Exception {
    effects.expect(0, next);
    long began = System.nanoTime();
    begin.begin();
    effects.await(LONGEST_SILENCE);
    return new Answer.Replay(next, effects.last() - began);
  }

  /** How something begins. */
  @FunctionalInterface
  interface Beginning {
    void begin() throws Exception;
  }

  Answer.Pace pace(Order.Pace order) throws Exception {
    int events = order.perSecond() * order.seconds();
    int from = take(events);
    long again = effects.repeated();
    long gap = TimeUnit.SECONDS.toNanos(1) / order.perSecond();
    long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
    var late = new AtomicInteger();
    var turn = new AtomicInteger();
    inThreads(
        Math.min(PACERS, events),
        () -> {
          for (int i = turn.getAndIncrement(); i < events; i = turn.getAndIncrement()) {
            if (Due.await(start + i * gap) > LATE) {
              late.incrementAndGet();
            }
            subject.write(run.id(from + i), order.bytes());
          }
        });
    int backlog = effects.missing();
    effects.await(LONGEST_SILENCE);
    Latencies latencies = new Latencies();
    for (int i = 0; i < events; i++) {
      latencies.add((effects.storedAt(from + i) - start - i * gap) / 1000);
    }
    return new Answer.Pace(
        events,
        late.get(),
        latencies.at(0.5),
        latencies.at(0.99),
        latencies.at(0.999),
        latencies.max(),
        backlog,
        effects.repeated() - again);
  }

  private int take(int events) {
    int from = next;
    next += events;
    effects.expect(from, next);
    return from;
  }

  private void write(int from, int to, int writers, int bytes) throws Exception {
    var turn = new AtomicInteger(from);
    inThreads(
        writers,
        () -> {
          for (int i = turn.getAndIncrement(); i < to; i = turn.getAndIncrement()) {
            subject.write(run.id(i), bytes);
          }
        });
  }

  private static void inThreads(int threads, Beginning work) throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        running.add(
            pool.submit(() -> {
              work.begin();
              return null;
            }));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof Exception cause ? cause : failed;
    }
  }
}

package org.threefold.bench.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.threefold.bench.protocol.Due;
import org.threefold.bench.protocol.Latencies;

/** Clients that ask for what the workload says; each waits for one answer before it asks again. */
final class Load {

  private static final long LEAD_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /**
   * What came of it.
   *
   * @param acknowledged how many commands of each client
   */
  record Done(long[] acknowledged, long nanos) {

    long commands() {
      return Arrays.stream(acknowledged).sum();
    }

    double perSecond() {
      return commands() * 1e9 / nanos;
    }
  }

  private interface Client {
    void ask(int client) throws Exception;
  }

  private final Workload workload;

  Load(Workload workload) {
    this.workload = workload;
  }

  /** Everybody asks as fast as answers come. */
  Done closed(Keeper.Books books, Duration time) throws Exception {
    long[] acknowledged = new long[workload.clients()];
    long began = System.nanoTime();
    long end = began + time.toNanos();
    inThreads(client -> {
      long turn = 0;
      while (System.nanoTime() < end) {
        books.execute(workload.command(client, turn));
        turn++;
      }
      acknowledged[client] = turn;
    });
    return new Done(acknowledged, System.nanoTime() - began);
  }

  /**
   * So many ask each second, by the clock; an answer is as late as it comes after the moment its
   * question was due.
   */
  Done paced(Keeper.Books books, double perSecond, Duration time, Latencies latencies)
      throws Exception {
    long[] acknowledged = new long[workload.clients()];
    double gap = 1e9 / perSecond;
    long all = (long) (perSecond * time.toNanos() / 1e9);
    long start = System.nanoTime() + LEAD_NANOS;
    var next = new AtomicLong();
    inThreads(client -> {
      long turn = 0;
      for (long i = next.getAndIncrement(); i < all; i = next.getAndIncrement()) {
        long due = start + (long) (i * gap);
        long _ = Due.await(due);
        books.execute(workload.command(client, turn));
        turn++;
        latencies.add((System.nanoTime() - due) / 1000);
      }
      acknowledged[client] = turn;
    });
    return new Done(acknowledged, System.nanoTime() - start);
  }

  private void inThreads(Client work) throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(workload.clients())) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < workload.clients(); i++) {
        int client = i;
        running.add(
            pool.submit(() -> {
              work.ask(client);
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

package org.threefold.oversight;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.threefold.messaging.Busy;
import org.threefold.messaging.StoreUnavailable;

/**
 * Writes in rounds: what many threads bring at the same time is written together, and each goes on
 * when its own is stored. A first item waits for nobody.
 */
public final class Rounds<T> implements AutoCloseable {

  /** So many items may wait for their round; a further one is refused. */
  private static final int MOST_WAITING = 4096;

  private record Task<T>(T item, CompletableFuture<Boolean> stored) {
    static <T> Task<T> of(T item) {
      return new Task<>(item, new CompletableFuture<>());
    }
  }

  private final BlockingQueue<Task<T>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final int most;
  private final Duration rest;
  private final Consumer<List<T>> write;
  private final Thread thread;
  private volatile boolean closed;

  /**
   * Starts writing.
   *
   * @param name of the writing thread
   * @param most what one round holds at most
   * @param rest after so long without an item, an empty round is written
   * @param write stores a round, or throws; called by one thread only
   */
  public Rounds(String name, int most, Duration rest, Consumer<List<T>> write) {
    this.most = most;
    this.rest = rest;
    this.write = write;
    this.thread = Thread.ofPlatform().name(name).daemon().start(this::run);
  }

  /**
   * Returns when these items are stored; some may be if it throws.
   *
   * @throws Busy if too many wait already
   * @throws RuntimeException what a round of them threw
   */
  public void putAll(List<T> items) {
    List<Task<T>> tasks = items.stream().map(Task::of).toList();
    for (Task<T> task : tasks) {
      if (closed || !waiting.offer(task)) {
        throw new Busy("Too much waits to be written");
      }
    }
    try {
      tasks.forEach(task -> task.stored.join());
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException it ? it : failed;
    }
  }

  private void run() {
    List<Task<T>> round = new ArrayList<>();
    while (!closed) {
      try {
        Task<T> first = waiting.poll(rest.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
          round.add(first);
          waiting.drainTo(round, most - 1);
        }
      } catch (InterruptedException stop) {
        break;
      }
      write(round);
      round.clear();
    }
    round.addAll(waiting);
    fail(round, new StoreUnavailable("The service stops"));
  }

  private void write(List<Task<T>> round) {
    try {
      write.accept(round.stream().map(Task::item).toList());
      round.forEach(task -> task.stored.complete(true));
    } catch (RuntimeException failed) {
      fail(round, failed);
    }
  }

  private static <T> void fail(List<Task<T>> round, RuntimeException why) {
    round.forEach(task -> task.stored.completeExceptionally(why));
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}

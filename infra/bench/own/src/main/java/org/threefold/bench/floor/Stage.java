package org.threefold.bench.floor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Does one thing with as many as wait, in a thread of its own, until it is closed. */
final class Stage<T> implements AutoCloseable {

  private static final int MAX_BATCH = 500;

  /** What is done with a batch. */
  interface Work<T> {
    void with(List<T> batch) throws Exception;
  }

  private final BlockingQueue<T> waiting = new LinkedBlockingQueue<>();
  private final Work<T> work;
  private Thread thread;

  Stage(String name, Work<T> work) {
    this.work = work;
    this.thread = started(name);
  }

  private Thread started(String name) {
    return Thread.ofPlatform().name(name).daemon().start(this::run);
  }

  void offer(T one) {
    waiting.add(one);
  }

  private void run() {
    List<T> batch = new ArrayList<>();
    try {
      while (true) {
        batch.add(waiting.take());
        waiting.drainTo(batch, MAX_BATCH - 1);
        work.with(batch);
        batch.clear();
      }
    } catch (InterruptedException stop) {
      // What was taken is given back, for the stage may go on.
      waiting.addAll(batch);
    } catch (Exception failed) {
      throw new IllegalStateException("The floor has given way", failed);
    }
  }

  /** Stops without losing what waits. */
  void hold() throws InterruptedException {
    thread.interrupt();
    thread.join();
  }

  void goOn() {
    thread = started(thread.getName());
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}

package org.threefold.testkit.mongo;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.function.BooleanSupplier;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.RandomAccessStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the store's file in proportion to its content: every commit leaves dead pages behind, and
 * nothing else collects them. Live pages are copied out of mostly dead chunks, dead chunks are
 * dropped by later commits, and chunks at the end move into the holes. Small steps while the store
 * is in use, so that a writer waits for milliseconds; large ones when it closes.
 */
final class Compaction {

  private static final Logger log = LoggerFactory.getLogger(Compaction.class);

  private static final long PAUSE_MILLIS = 100;
  private static final int STEP_BYTES = 1024 * 1024;
  private static final int STEP_FILL_PERCENT = 50;

  private static final long CLOSE_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final int CLOSE_BYTES = 16 * 1024 * 1024;
  private static final int CLOSE_FILL_PERCENT = 90;
  private static final int CLOSE_STEPS = 20;
  private static final long CLOSE_WORTH_BYTES = 1024 * 1024;

  /** Holes in a file smaller than this are not worth a writer's wait. */
  private static final long SMALL_FILE_BYTES = 8L * 1024 * 1024;

  /** After so many versions a chunk that died in the first of them is dropped. */
  private static final int COMMITS_TO_DROP = 3;

  private final MVStore store;
  private final ReadWriteLock gate;
  private final Runnable commit;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread =
      Thread.ofPlatform().daemon().name("local-mongo-compaction").unstarted(this::run);
  private int turn;

  Compaction(MVStore store, ReadWriteLock gate, Runnable commit) {
    this.store = store;
    this.gate = gate;
    this.commit = commit;
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      while (!stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
        step(STEP_FILL_PERCENT, STEP_BYTES, SMALL_FILE_BYTES);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (MVStoreException | IllegalStateException e) {
      log.error("The store is no longer compacted, its file will only grow", e);
    }
  }

  /**
   * Stops the small steps, and takes large ones until the file is dense or two seconds are over.
   */
  void finish() {
    stopped.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    long end = System.nanoTime() + CLOSE_NANOS;
    boolean more = !store.isClosed() && store.getFileStore().size() > CLOSE_WORTH_BYTES;
    for (int i = 0; more && i < CLOSE_STEPS && System.nanoTime() < end; i++) {
      more = step(CLOSE_FILL_PERCENT, CLOSE_BYTES, CLOSE_WORTH_BYTES);
    }
  }

  private boolean step(int fillPercent, int bytes, long minFileBytes) {
    boolean rewritten = within(gate.readLock(), () -> store.compact(fillPercent, bytes));
    if (rewritten) {
      for (int i = 0; i < COMMITS_TO_DROP; i++) {
        within(gate.readLock(), this::touch);
        commit.run();
      }
    }
    boolean moved = within(gate.writeLock(), () -> moveIntoHoles(fillPercent, bytes, minFileBytes));
    return rewritten || moved;
  }

  /** A commit without a change would not be one. */
  private boolean touch() {
    store.<String, Integer>openMap("compaction").put("turn", turn++);
    return true;
  }

  private boolean moveIntoHoles(int fillPercent, int bytes, long minFileBytes) {
    if (store.getFileStore() instanceof RandomAccessStore file
        && file.size() > minFileBytes
        && file.getFillRate() < fillPercent) {
      long before = file.size();
      file.compactMoveChunks(fillPercent, bytes, store);
      return file.size() < before;
    }
    return false;
  }

  private boolean within(Lock lock, BooleanSupplier work) {
    lock.lock();
    try {
      return !store.isClosed() && work.getAsBoolean();
    } finally {
      lock.unlock();
    }
  }
}

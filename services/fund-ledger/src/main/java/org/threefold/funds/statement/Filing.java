package org.threefold.funds.statement;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.threefold.funds.journal.Entry;
import org.threefold.funds.journal.JournalBroken;
import org.threefold.funds.journal.JournalStore;
import org.threefold.messaging.Busy;

/**
 * Follows the journal and files what each entry moved: closed volumes in the store, the one that is
 * being filled in memory. A start goes on after the last closed volume.
 */
final class Filing implements AutoCloseable {

  /** So long a question waits until the cards have caught up with the journal. */
  private static final long PATIENCE_SECONDS = 5;

  private static final long IDLE_MILLIS = 100;
  private static final int BLOCK = 256;
  private static final int VOLUMES = 1000;
  private static final int STOP_SECONDS = 10;
  private static final Logger log = LoggerFactory.getLogger(Filing.class);

  private final JournalStore journal;
  private final LongSupplier head;
  private final CardStore store;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filed = lock.newCondition();
  private final Condition wanted = lock.newCondition();
  private OpenVolume open = OpenVolume.ofTheBeginning();
  private boolean isResumed;
  private boolean isWanted;
  private volatile boolean closed;

  /**
   * Starts filing.
   *
   * @param head the last entry of the journal
   */
  Filing(JournalStore journal, LongSupplier head, CardStore store, MeterRegistry meters) {
    this.journal = journal;
    this.head = head;
    this.store = store;
    meters.gauge("threefold.cards.seq", this, Filing::seq);
    this.thread = Thread.ofPlatform().name("filing").daemon().start(this::run);
  }

  /** The last entry that is filed. */
  long seq() {
    return open().last();
  }

  /**
   * Looks at the open volume when all entries up to this one are filed. The look must be short and
   * take nothing away.
   *
   * @throws Busy if that takes too long, as when all cards are made again
   */
  <R> R look(long seq, Function<OpenVolume, R> eye) {
    lock.lock();
    try {
      long left = TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
      while (!isResumed || open.last() < seq) {
        if (closed || left <= 0) {
          throw new Busy("Cards are filed up to entry " + open.last() + " of " + seq);
        }
        hurry();
        left = filed.awaitNanos(left);
      }
      return eye.apply(open);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new Busy("The service stops");
    } finally {
      lock.unlock();
    }
  }

  /** The cards do not fit the journal: all are made again from its first entry on. */
  void startOver() {
    log.warn("The cards do not fit the journal; all are made again");
    lock.lock();
    try {
      open = OpenVolume.ofTheBeginning();
      hurry();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    while (!closed) {
      try {
        resume();
        file();
      } catch (MongoException | JournalBroken failed) {
        log.warn("Cards after entry {} wait: {}", seq(), failed.getMessage());
      } catch (RuntimeException unexpected) {
        log.error("Cards after entry {} cannot be filed", seq(), unexpected);
      }
      pause();
    }
  }

  private void resume() {
    if (isResumed) {
      return;
    }
    Volume last = lastOfThisJournal();
    lock.lock();
    try {
      open = last == null ? OpenVolume.ofTheBeginning() : OpenVolume.after(last);
      isResumed = true;
      filed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * The last volume before the first hole, or null if there is none or it is of another journal.
   */
  private @Nullable Volume lastOfThisJournal() {
    Volume last = null;
    List<Volume> block;
    do {
      long from = last == null ? 0 : last.number() + 1;
      block = store.volumes(from, from + VOLUMES);
      for (Volume volume : block) {
        if (volume.number() != (last == null ? 0 : last.number() + 1)) {
          block = List.of(); // What comes after a hole is written again.
          break;
        }
        last = volume;
      }
    } while (block.size() == VOLUMES);
    if (last == null) {
      return null;
    }
    List<Entry> entry = journal.read(last.last(), 1);
    return !entry.isEmpty() && entry.getFirst().hash().equals(last.hash()) ? last : null;
  }

  private void file() {
    while (!closed) {
      OpenVolume now = open();
      if (now.isFull()) {
        store.write(now.volume(), now.times(), now.cards());
        replace(now);
      } else if (now.last() >= head.getAsLong()) {
        return;
      } else {
        add(now, journal.read(now.last() + 1, BLOCK));
      }
    }
  }

  private void replace(OpenVolume full) {
    lock.lock();
    try {
      if (open == full) { // Or all is made again.
        open = OpenVolume.after(full.volume());
      }
    } finally {
      lock.unlock();
    }
  }

  private void add(OpenVolume to, List<Entry> block) {
    lock.lock();
    try {
      for (Entry entry : block) {
        if (!to.isFull()) {
          to.add(entry);
        }
      }
      filed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private OpenVolume open() {
    lock.lock();
    try {
      return open;
    } finally {
      lock.unlock();
    }
  }

  private void pause() {
    lock.lock();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(IDLE_MILLIS);
      while (!isWanted && left > 0) {
        left = wanted.awaitNanos(left);
      }
      isWanted = false;
    } catch (InterruptedException stop) {
      closed = true;
    } finally {
      lock.unlock();
    }
  }

  private void hurry() {
    isWanted = true;
    wanted.signal();
  }

  @Override
  public void close() {
    closed = true;
    lock.lock();
    try {
      hurry();
      filed.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      boolean _ = thread.join(Duration.ofSeconds(STOP_SECONDS));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}

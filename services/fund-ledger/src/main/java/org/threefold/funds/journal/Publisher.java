package org.threefold.funds.journal;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.threefold.messaging.NotDelivered;
import org.threefold.messaging.Outlet;
import org.threefold.messaging.Outlet.Outgoing;

/**
 * Says what the journal decided, entry after entry, and remembers how far it came.
 *
 * <p>What fails is said again from the first entry that is not known to have arrived: facts may
 * arrive twice, never out of order, and none is left out.
 */
public final class Publisher implements AutoCloseable {

  /** So many facts are handed to the broker at once. */
  static final int BATCH = 500;

  private static final int ENTRIES = 64;
  private static final Duration IDLE = Duration.ofMillis(250);
  private static final Duration FIRST_WAIT = Duration.ofMillis(100);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
  private static final Logger log = LoggerFactory.getLogger(Publisher.class);

  private final JournalStore store;
  private final Outlet outlet;

  /**
   * The newest entries, so that they need not be read again; what does not fit is read from the
   * store.
   */
  private final BlockingQueue<Entry> fresh = new ArrayBlockingQueue<>(ENTRIES);

  private volatile long position;
  private volatile @Nullable String trouble;
  private volatile boolean closed;
  private @Nullable Thread thread;
  private LongSupplier head = () -> 0;

  /** A publisher that says nothing until the journal starts it. */
  public Publisher(JournalStore store, Outlet outlet, MeterRegistry meters) {
    this.store = store;
    this.outlet = outlet;
    meters.gauge("threefold.journal.unpublished", this, Publisher::lag);
  }

  void start(LongSupplier journalHead) {
    head = journalHead;
    position = store.published();
    thread = Thread.ofPlatform().name("publisher").daemon().start(this::run);
  }

  void offer(Entry entry) {
    // A full shelf loses nothing: the entry is in the store.
    boolean _ = fresh.offer(entry);
  }

  /** The last entry that the broker has whole. */
  public long position() {
    return position;
  }

  /** So many entries wait for the broker. */
  public long lag() {
    return Math.max(0, head.getAsLong() - position);
  }

  /** Why nothing can be said, or null if all is well. */
  public @Nullable String trouble() {
    return trouble;
  }

  private void run() {
    Duration wait = FIRST_WAIT;
    boolean idle = true;
    while (!closed) {
      try {
        List<Entry> entries = next();
        if (!entries.isEmpty() && idle) {
          // While this one slept, another may have said it.
          position = Math.max(position, store.published());
          entries = entries.stream().filter(entry -> entry.seq() > position).toList();
        }
        idle = entries.isEmpty();
        say(entries);
        wait = FIRST_WAIT;
        trouble = null;
      } catch (NotDelivered | MongoException failed) {
        trouble = failed.getMessage();
        log.warn("Facts after entry {} wait: {}", position, failed.getMessage());
        wait = pause(wait);
      } catch (InterruptedException stop) {
        break;
      } catch (RuntimeException unexpected) {
        trouble = unexpected.getMessage();
        log.error("Facts after entry {} cannot be said", position, unexpected);
        wait = pause(wait);
      }
    }
  }

  /** The entries after the position, without a hole; none if there are none yet. */
  private List<Entry> next() throws InterruptedException {
    List<Entry> shelf = new ArrayList<>();
    if (head.getAsLong() > position) {
      fresh.drainTo(shelf);
    } else {
      Entry first = fresh.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
      if (first != null) {
        shelf.add(first);
        fresh.drainTo(shelf);
      }
    }
    List<Entry> next = new ArrayList<>();
    for (Entry entry : shelf) {
      if (entry.seq() == position + next.size() + 1) {
        next.add(entry);
      }
    }
    return next.isEmpty() && head.getAsLong() > position ? store.read(position + 1, ENTRIES) : next;
  }

  private void say(List<Entry> entries) {
    List<Outgoing> facts = new ArrayList<>();
    for (Entry entry : entries) {
      entry.decisions().forEach(decided -> facts.addAll(decided.facts()));
    }
    for (int from = 0; from < facts.size(); from += BATCH) {
      outlet.send(facts.subList(from, Math.min(facts.size(), from + BATCH)));
    }
    if (!entries.isEmpty()) {
      store.published(entries.getLast().seq());
      position = entries.getLast().seq();
    }
  }

  private Duration pause(Duration wait) {
    try {
      TimeUnit.MILLISECONDS.sleep(wait.toMillis());
    } catch (InterruptedException stop) {
      closed = true;
    }
    Duration longer = wait.multipliedBy(2);
    return longer.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : longer;
  }

  @Override
  public void close() {
    closed = true;
    if (thread != null) {
      thread.interrupt();
    }
  }
}

package org.threefold.oversight.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * The last facts, shared by all readers: each reader is a position in it, and has no queue of its
 * own that could grow.
 *
 * <p>Positions count the facts told since this process started, from 0.
 */
final class Window {

  private static final int SLICE = 256;

  /**
   * What comes next for a reader.
   *
   * @param next where to go on
   * @param lost true if what came next is no longer kept
   */
  record Slice(List<Told> facts, long next, boolean lost) {}

  private final Told[] ring;
  private final Set<String> eventIds = new HashSet<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private long end;

  /** The id before the oldest fact that is kept. */
  private long floor;

  private boolean closed;

  Window(int capacity) {
    this.ring = new Told[capacity];
  }

  /** Adds facts, and wakes whoever waits for them. */
  void add(List<Told> facts) {
    lock.lock();
    try {
      for (Told told : facts) {
        int slot = (int) (end % ring.length);
        if (end >= ring.length) {
          eventIds.remove(ring[slot].eventId());
          floor = ring[slot].id();
        } else if (end == 0) {
          floor = Math.min(floor, told.id() - 1);
        }
        ring[slot] = told;
        eventIds.add(told.eventId());
        end++;
      }
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Begins with what an earlier process has told; what came before that is not kept. */
  void begin(List<Told> facts) {
    if (!facts.isEmpty()) {
      floor = facts.getFirst().id() - 1;
      add(facts);
    }
  }

  boolean holds(String eventId) {
    lock.lock();
    try {
      return eventIds.contains(eventId);
    } finally {
      lock.unlock();
    }
  }

  /** The position behind the newest fact. */
  long end() {
    lock.lock();
    try {
      return end;
    } finally {
      lock.unlock();
    }
  }

  /** The id of the newest fact, or of the last before the window. */
  long lastId() {
    lock.lock();
    try {
      return end == 0 ? floor : at(end - 1).id();
    } finally {
      lock.unlock();
    }
  }

  /** The id of the fact before a position: what a reader there has seen. */
  long idBefore(long position) {
    lock.lock();
    try {
      return position <= oldest() ? floor : at(position - 1).id();
    } finally {
      lock.unlock();
    }
  }

  /** Where somebody goes on who has seen this id, or -1 if facts since then are no longer kept. */
  long positionAfter(long id) {
    lock.lock();
    try {
      if (id < floor || id > (end == 0 ? floor : at(end - 1).id())) {
        return -1;
      }
      long low = oldest();
      long high = end;
      while (low < high) {
        long middle = (low + high) >>> 1;
        if (at(middle).id() <= id) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    } finally {
      lock.unlock();
    }
  }

  /**
   * From where on the last so many facts are that the reader may see; no further back than half of
   * what is kept, or a reader who has just come would be overtaken at once.
   */
  long positionOfLast(int wanted, Predicate<Told> seen) {
    lock.lock();
    try {
      long furthest = Math.max(oldest(), end - ring.length / 2);
      long position = end;
      int found = 0;
      while (position > furthest && found < wanted) {
        position--;
        found += seen.test(at(position)) ? 1 : 0;
      }
      return position;
    } finally {
      lock.unlock();
    }
  }

  /** What comes at a position; waits for it if there is nothing yet, but no longer than given. */
  Slice next(long position, Duration patience) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long nanos = patience.toNanos();
      while (position == end && nanos > 0 && !closed) {
        nanos = news.awaitNanos(nanos);
      }
      if (position < oldest()) {
        return new Slice(List.of(), position, true);
      }
      long until = Math.min(end, position + SLICE);
      List<Told> facts = new ArrayList<>((int) (until - position));
      for (long i = position; i < until; i++) {
        facts.add(at(i));
      }
      return new Slice(facts, until, false);
    } finally {
      lock.unlock();
    }
  }

  /** Lets nobody wait any longer. */
  void close() {
    lock.lock();
    try {
      closed = true;
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private long oldest() {
    return Math.max(0, end - ring.length);
  }

  private Told at(long position) {
    return ring[(int) (position % ring.length)];
  }
}

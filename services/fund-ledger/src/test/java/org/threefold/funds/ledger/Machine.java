package org.threefold.funds.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.threefold.funds.journal.Entry;
import org.threefold.funds.journal.JournalStore;
import org.threefold.funds.journal.MemoryJournalStore;
import org.threefold.messaging.Outlet;

/**
 * A machine that a ledger runs on, and that stops dead at a place of an entry: from then on nothing
 * it wants to do is done. What it had stored and said stays.
 */
final class Machine implements JournalStore, Outlet {

  /** Where it stops. */
  enum Place {
    BEFORE_INSERT,
    AFTER_INSERT,
    BEFORE_SNAPSHOT,
    SAID_BUT_NOT_NOTED,
    NEVER
  }

  /** Where it stops, and at which entry. */
  record Halt(Place place, long seq) {}

  static final Halt NEVER = new Halt(Place.NEVER, 0);

  /** What outlives a machine. */
  static final class Rest {
    final MemoryJournalStore disk = new MemoryJournalStore();
    final List<Outgoing> said = new ArrayList<>();
  }

  /** Ends the thread that meets it, in silence. */
  private static final class Dead extends Error {
    private static final long serialVersionUID = 1L;
  }

  final CompletableFuture<Void> stopped = new CompletableFuture<>();
  private final Rest rest;
  private final Halt halt;

  Machine(Rest rest, Halt halt) {
    this.rest = rest;
    this.halt = halt;
  }

  private Dead die() {
    stopped.complete(null);
    Thread.currentThread().setUncaughtExceptionHandler((_, _) -> {});
    return new Dead();
  }

  private void mustRun() {
    if (stopped.isDone()) {
      throw die();
    }
  }

  private void pass(Place place, long seq) {
    if (halt.place() == place && halt.seq() == seq) {
      throw die();
    }
  }

  @Override
  public void insert(Entry entry) {
    synchronized (rest) {
      mustRun();
      pass(Place.BEFORE_INSERT, entry.seq());
      rest.disk.insert(entry);
      pass(Place.AFTER_INSERT, entry.seq());
    }
  }

  @Override
  public List<Entry> read(long from, int limit) {
    synchronized (rest) {
      mustRun();
      return rest.disk.read(from, limit);
    }
  }

  @Override
  public List<Entry> pick(Collection<Long> seqs) {
    synchronized (rest) {
      mustRun();
      return rest.disk.pick(seqs);
    }
  }

  @Override
  public long published() {
    synchronized (rest) {
      mustRun();
      return rest.disk.published();
    }
  }

  @Override
  public void published(long seq) {
    synchronized (rest) {
      mustRun();
      if (halt.place() == Place.SAID_BUT_NOT_NOTED && halt.seq() <= seq) {
        throw die();
      }
      rest.disk.published(seq);
    }
  }

  @Override
  public void save(long seq, byte[] snapshot) {
    synchronized (rest) {
      mustRun();
      pass(Place.BEFORE_SNAPSHOT, seq);
      rest.disk.save(seq, snapshot);
    }
  }

  @Override
  public Optional<byte[]> snapshotBefore(long seq) {
    synchronized (rest) {
      mustRun();
      return rest.disk.snapshotBefore(seq);
    }
  }

  /** All that was said by this machine and those before it. */
  List<Outgoing> said() {
    synchronized (rest) {
      return List.copyOf(rest.said);
    }
  }

  @Override
  public void send(List<Outgoing> facts) {
    synchronized (rest) {
      mustRun();
      rest.said.addAll(facts);
    }
  }
}

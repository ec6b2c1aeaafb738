package org.threefold.funds.journal;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.threefold.messaging.Busy;
import org.threefold.messaging.Cause;
import org.threefold.messaging.Contended;
import org.threefold.messaging.StoreUnavailable;

/**
 * One writer, many commands a write.
 *
 * <p>Commands queue up; the writer takes what is there, decides them one by one in memory, and
 * inserts one entry. That insert commits all of them. The number of an entry can be taken once: a
 * second writer loses the insert, forgets what it remembered, reads again and decides again. Two
 * are safe, one is fast.
 *
 * @param <B> the book
 * @param <C> its commands
 * @param <H> its changes
 */
public final class Journal<B extends Book<C, H>, C, H> implements AutoCloseable {

  /** So often a round is decided again when another writer is first. */
  static final int MOST_LOST = 16;

  /** So often when it is unknown whether it was stored. */
  static final int MOST_UNKNOWN = 2;

  private static final int BLOCK = 256;
  private static final int MOST_DUE = 128;
  private static final int STOP_SECONDS = 10;

  private static final Logger log = LoggerFactory.getLogger(Journal.class);

  private sealed interface Task<B, C> {
    void fail(RuntimeException reason);
  }

  private record Command<B, C>(Order<C> order) implements Task<B, C> {
    @Override
    public void fail(RuntimeException reason) {
      order.answer().completeExceptionally(reason);
    }
  }

  private record Look<B, C, R>(Function<? super Standing<B>, R> eye, CompletableFuture<R> answer)
      implements Task<B, C> {
    void at(Standing<B> standing) {
      try {
        answer.complete(eye.apply(standing));
      } catch (RuntimeException thrown) {
        answer.completeExceptionally(thrown);
      }
    }

    @Override
    public void fail(RuntimeException reason) {
      answer.completeExceptionally(reason);
    }
  }

  private final JournalStore store;
  private final Books<B> books;
  private final Publisher publisher;
  private final JournalSettings settings;
  private final Clock clock;
  private final DistributionSummary batches;
  private final BlockingQueue<Task<B, C>> queue;
  private final Thread thread;
  private @Nullable Memory<B, C, H> memory;
  private Instant lookedAt = Instant.EPOCH;
  private volatile long seq;
  private volatile @Nullable String trouble;
  private volatile boolean closed;

  /**
   * Reads the journal and starts writing.
   *
   * @throws JournalBroken if the journal is not what was written
   */
  public Journal(
      JournalStore store,
      Books<B> books,
      Publisher publisher,
      JournalSettings settings,
      Clock clock,
      MeterRegistry meters) {
    this.store = store;
    this.books = books;
    this.publisher = publisher;
    this.settings = settings;
    this.clock = clock;
    this.queue = new ArrayBlockingQueue<>(settings.queue());
    this.batches = meters.summary("threefold.journal.batch");
    meters.gauge("threefold.journal.queue", queue, BlockingQueue::size);
    meters.gauge("threefold.journal.seq", this, Journal::seq);
    remember();
    publisher.start(this::seq);
    this.thread = Thread.ofPlatform().name("journal").daemon().start(this::run);
  }

  /**
   * Decides once for this cause, and answers when it is stored; what the decision throws reaches
   * the caller.
   *
   * @throws Busy if too much waits to be written or said
   * @throws StoreUnavailable if it is unknown whether it was stored; asking again with the same
   *     cause is safe
   */
  public Receipt decide(C command, Cause cause) {
    return join(submit(command, cause));
  }

  /** The same without waiting. */
  public CompletableFuture<Receipt> submit(C command, Cause cause) {
    var order = new Order<>(command, cause, new CompletableFuture<Receipt>());
    if (cause instanceof Cause.Asked && seq - publisher.position() > settings.unpublished()) {
      order.answer().completeExceptionally(new Busy("Too many entries wait for the broker"));
    } else {
      offer(new Command<>(order));
    }
    return order.answer();
  }

  /**
   * Looks at the books as they stand between two entries. The look must be short and take nothing
   * away.
   */
  public <R> R look(Function<? super Standing<B>, R> eye) {
    var look = new Look<B, C, R>(eye, new CompletableFuture<>());
    offer(look);
    return join(look.answer());
  }

  /**
   * The same for the same books, whatever way led to them: two replicas, or a restart, can be
   * compared by it.
   */
  public String fingerprint() {
    return look(standing -> ((Memory<?, ?, ?>) standing).snapshot().fingerprint());
  }

  /** The last entry this writer knows. */
  public long seq() {
    return seq;
  }

  /** Why nothing can be written, or null if all is well. */
  public @Nullable String trouble() {
    return trouble;
  }

  private void offer(Task<B, C> task) {
    if (closed || !queue.offer(task)) {
      task.fail(new Busy("Too many commands wait for the journal"));
    }
  }

  private static <R> R join(CompletableFuture<R> answer) {
    try {
      return answer.join();
    } catch (CompletionException wrapped) {
      if (wrapped.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw wrapped;
    }
  }

  private void run() {
    List<Task<B, C>> tasks = new ArrayList<>();
    while (!closed) {
      try {
        tasks.clear();
        Task<B, C> first = queue.poll(settings.look().toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
          tasks.add(first);
          queue.drainTo(tasks, settings.batch() - 1);
        }
        work(tasks);
      } catch (InterruptedException stop) {
        break;
      }
    }
    queue.drainTo(tasks);
    // Those that were answered stay answered.
    tasks.forEach(task -> task.fail(new StoreUnavailable("The service stops")));
  }

  private void work(List<Task<B, C>> tasks) {
    List<Order<C>> orders = new ArrayList<>();
    try {
      Memory<B, C, H> known = remember();
      if (tasks.isEmpty()) {
        catchUp(known);
      }
      // First: what is due was due before anybody asked, and a start after a crash finds it again.
      addDue(orders, known);
      for (Task<B, C> task : tasks) {
        switch (task) {
          case Look<B, C, ?> look -> look.at(known);
          case Command<B, C> command -> orders.add(command.order());
        }
      }
    } catch (MongoException | JournalBroken unreadable) {
      forget(unreadable);
      tasks.forEach(task -> task.fail(unavailable(unreadable)));
      return;
    }
    while (!orders.isEmpty()) {
      orders = write(orders);
    }
  }

  /** Another writer's entries, if there is one. */
  private void catchUp(Memory<B, C, H> known) {
    List<Entry> block;
    do {
      block = store.read(known.seq() + 1, BLOCK);
      block.forEach(known::replay);
      seq = known.seq();
    } while (block.size() == BLOCK);
  }

  private void addDue(List<Order<C>> orders, Memory<B, C, H> known) {
    Instant now = clock.instant();
    // A clock that was set back must not keep what is due from being seen until it has caught up.
    if (!now.isBefore(lookedAt) && now.isBefore(lookedAt.plus(settings.look()))) {
      return;
    }
    lookedAt = now;
    for (Overdue<C> due : known.book().due(now, MOST_DUE)) {
      orders.add(
          new Order<>(
              due.command(),
              new Cause.Due(due.what(), settings.actor(), now),
              new CompletableFuture<>()));
    }
  }

  /** Writes one round and returns the orders that did not fit into it. */
  private List<Order<C>> write(List<Order<C>> orders) {
    int lost = 0;
    int unknown = 0;
    while (true) {
      try {
        Memory<B, C, H> known = remember();
        var round = new Round<>(known, settings);
        round.take(orders);
        store(known, round);
        round.answer();
        return List.copyOf(orders.subList(round.taken(), orders.size()));
      } catch (Taken taken) {
        memory = null;
        if (++lost > MOST_LOST) {
          return failed(orders, new Contended("Other writers were first too often"));
        }
      } catch (MongoException broken) {
        // It may have been stored all the same; then reading again finds the cause.
        forget(broken);
        if (++unknown > MOST_UNKNOWN) {
          return failed(orders, unavailable(broken));
        }
      } catch (JournalBroken broken) {
        forget(broken);
        return failed(orders, unavailable(broken));
      } catch (RuntimeException unexpected) {
        forget(unexpected);
        return failed(orders, unexpected);
      }
    }
  }

  private void store(Memory<B, C, H> known, Round<B, C, H> round) {
    List<Decided> decisions = round.decisions();
    if (!decisions.isEmpty()) {
      Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      Entry entry = Chain.seal(known.seq() + 1, at, decisions, known.hash());
      store.insert(entry);
      known.stored(entry);
      seq = entry.seq();
      trouble = null;
      batches.record(decisions.size());
      publisher.offer(entry);
      snapshot(known);
    } else if (round.hasRefused() && !store.read(known.seq() + 1, 1).isEmpty()) {
      // A refusal writes nothing, so nothing else would show that others have written since.
      throw new Taken(known.seq() + 1);
    }
  }

  private void snapshot(Memory<B, C, H> known) {
    if (known.seq() % settings.snapshotEvery() != 0) {
      return;
    }
    try {
      store.save(known.seq(), known.snapshot().zipped());
    } catch (MongoException failed) {
      log.warn("The snapshot at entry {} failed; the next start takes longer", known.seq(), failed);
    }
  }

  private Memory<B, C, H> remember() {
    if (memory == null) {
      Memory<B, C, H> read = lastSnapshot();
      catchUp(read);
      memory = read;
      trouble = null;
    }
    return memory;
  }

  private Memory<B, C, H> lastSnapshot() {
    long before = Long.MAX_VALUE;
    while (true) {
      var zipped = store.snapshotBefore(before);
      if (zipped.isEmpty()) {
        return Memory.empty(books);
      }
      Snapshot snapshot = Snapshot.unzipped(zipped.get());
      List<Entry> last = store.read(snapshot.seq(), 1);
      if (!last.isEmpty()
          && Chain.isWhole(last.getFirst())
          && last.getFirst().hash().equals(snapshot.hash())) {
        return Memory.of(snapshot, books);
      }
      log.warn("The snapshot at entry {} does not fit the journal", snapshot.seq());
      before = snapshot.seq();
    }
  }

  private void forget(RuntimeException reason) {
    memory = null;
    trouble = reason.getMessage();
    log.warn("The journal starts over from the store", reason);
  }

  private List<Order<C>> failed(List<Order<C>> orders, RuntimeException reason) {
    orders.forEach(order -> order.answer().completeExceptionally(reason));
    return List.of();
  }

  private static StoreUnavailable unavailable(RuntimeException cause) {
    return new StoreUnavailable("The journal cannot be written now", cause);
  }

  /** Stops after what is being written; what still waits is told that it is unknown. */
  @Override
  public void close() {
    closed = true;
    boolean _ = queue.offer(new Look<B, C, Long>(Standing::seq, new CompletableFuture<>()));
    publisher.close();
    try {
      if (!thread.join(Duration.ofSeconds(STOP_SECONDS))) {
        thread.interrupt();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}

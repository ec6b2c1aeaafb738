package org.threefold.funds.proof;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.threefold.events.FundId;
import org.threefold.funds.journal.Entry;
import org.threefold.funds.journal.JournalBroken;
import org.threefold.funds.journal.JournalStore;
import org.threefold.funds.journal.Proof;
import org.threefold.funds.journal.Proof.Fault;
import org.threefold.funds.ledger.Ledger;
import org.threefold.funds.ledger.Pot;
import org.threefold.messaging.Busy;
import org.threefold.messaging.StoreUnavailable;

/**
 * Checks the stored journal for as long as the service runs: from the first entry at a bounded rate
 * up to the last, where it is compared with what the service remembers, then along with what is
 * written, and after a while from the first again.
 *
 * <p>At a fault it stops, says so, and looks again; what was put right lets it go on. A fund whose
 * balances cannot be is frozen (AL-11).
 */
final class Prover implements AutoCloseable {

  private static final int BLOCK = 64;
  private static final Duration TICK = Duration.ofMillis(500);
  private static final Duration AFTER_A_FAULT = Duration.ofSeconds(1);
  private static final Duration BETWEEN_BOOKMARKS = Duration.ofSeconds(30);
  private static final Duration STOP = Duration.ofSeconds(10);
  private static final Logger log = LoggerFactory.getLogger(Prover.class);

  /** What the service remembers of the journal at one entry. */
  private record Memory(long seq, String hash, SortedMap<String, Long> standing) {}

  private final JournalStore journal;
  private final Ledger ledger;
  private final BookmarkStore bookmarks;
  private final ProofSettings settings;
  private final Clock clock;
  private final Counter faults;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;
  private @Nullable Proof proof;
  private @Nullable Memory goal;
  private Instant begunAt = Instant.EPOCH;
  private Instant savedAt = Instant.EPOCH;
  private long compared = -1;
  private boolean isFrozen;
  private volatile long proved;
  private volatile @Nullable Fault fault;

  /** Starts checking. */
  Prover(
      JournalStore journal,
      Ledger ledger,
      BookmarkStore bookmarks,
      ProofSettings settings,
      Clock clock,
      MeterRegistry meters) {
    this.journal = journal;
    this.ledger = ledger;
    this.bookmarks = bookmarks;
    this.settings = settings;
    this.clock = clock;
    this.faults = meters.counter("threefold.journal.faults");
    meters.gauge("threefold.journal.proved", this, Prover::proved);
    this.thread = Thread.ofPlatform().name("prover").daemon().start(this::run);
  }

  /** The last entry that is proved to be as it was written. */
  long proved() {
    return proved;
  }

  /** Where the journal is not as it was written, or null if nothing is known against it. */
  @Nullable Fault fault() {
    return fault;
  }

  private void run() {
    Duration pause = Duration.ZERO;
    try {
      while (!stop.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        pause = step();
      }
      save();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration step() {
    try {
      Proof now = proof == null ? resume() : proof;
      return now == null ? AFTER_A_FAULT : step(now);
    } catch (MongoException | Busy | StoreUnavailable away) {
      log.warn("Entries after {} wait to be proved: {}", proved, away.getMessage());
    } catch (RuntimeException unexpected) {
      log.error("Entries after {} cannot be proved", proved, unexpected);
    }
    return AFTER_A_FAULT;
  }

  private Duration step(Proof now) {
    if (now.seq() == compared && ledger.seq() == compared) {
      beginAgainIfDue();
      return TICK;
    }
    Memory end = goal == null || goal.seq() < now.seq() ? remember() : goal;
    goal = end;
    if (now.seq() < end.seq()) {
      return advance(now, end);
    }
    goal = null;
    Optional<Fault> differs = compare(now, end);
    if (differs.isPresent()) {
      begin();
      return report(differs.get());
    }
    compared = now.seq();
    fault = null;
    return TICK;
  }

  private Memory remember() {
    return ledger.look(now -> new Memory(now.seq(), now.hash(), now.accounts().standing()));
  }

  /** The round that was interrupted goes on; null if its last entry is another one now. */
  private @Nullable Proof resume() {
    Bookmark last = bookmarks.find().orElse(null);
    if (last == null) {
      return begin();
    }
    List<Entry> entry = read(last.seq(), 1);
    if (entry.isEmpty() || !entry.getFirst().hash().equals(last.hash())) {
      report(new Fault(last.seq(), "it is not the entry that was proved before the last stop"));
      return null;
    }
    Proof resumed =
        new Proof(new FundRules(last.frozen()), last.seq(), last.hash(), last.standing());
    begunAt = last.begunAt();
    proof = resumed;
    proved = last.seq();
    return resumed;
  }

  private Proof begin() {
    Proof fromTheFirst = new Proof(FundRules.FIRST);
    proof = fromTheFirst;
    begunAt = clock.instant();
    compared = -1;
    return fromTheFirst;
  }

  private void beginAgainIfDue() {
    if (!clock.instant().isBefore(begunAt.plus(settings.again()))) {
      Proof _ = begin();
    }
  }

  private Duration advance(Proof now, Memory end) {
    int wanted = (int) Math.min(BLOCK, end.seq() - now.seq());
    List<Entry> block;
    try {
      block = read(now.seq() + 1, wanted);
    } catch (JournalBroken unreadable) {
      return report(new Fault(now.seq() + 1, "it cannot be read"));
    }
    if (block.isEmpty()) {
      return report(new Fault(now.seq() + 1, "it is missing, the last is " + end.seq()));
    }
    for (Entry entry : block) {
      Optional<Fault> found = now.next(entry);
      if (found.isPresent()) {
        return report(found.get());
      }
      proved = Math.max(proved, entry.seq());
    }
    if (!clock.instant().isBefore(savedAt.plus(BETWEEN_BOOKMARKS))) {
      save();
    }
    return Duration.ofSeconds(1).multipliedBy(block.size()).dividedBy(settings.rate());
  }

  /** One by one where the block cannot be read, so that the fault is found to the entry. */
  private List<Entry> read(long from, int wanted) {
    try {
      return journal.read(from, wanted);
    } catch (JournalBroken broken) {
      return journal.read(from, 1);
    }
  }

  private static Optional<Fault> compare(Proof now, Memory end) {
    if (!now.hash().equals(end.hash())) {
      return Optional.of(new Fault(end.seq(), "it is not the entry that the service has written"));
    }
    SortedMap<String, Long> sums = now.accounts().standing();
    return end.standing().entrySet().stream()
        .filter(it -> !it.getValue().equals(sums.get(it.getKey())))
        .findFirst()
        .map(it ->
            new Fault(
                end.seq(),
                "the service holds %d fen on %s, the postings add up to %d"
                    .formatted(it.getValue(), it.getKey(), sums.getOrDefault(it.getKey(), 0L)),
                Pot.fundOf(it.getKey()).value()));
  }

  private Duration report(Fault found) {
    if (!found.equals(fault)) {
      log.error("The journal is not as it was written: entry {}: {}", found.seq(), found.reason());
      faults.increment();
      isFrozen = false;
      fault = found;
    }
    String fund = found.subject();
    if (fund != null && !isFrozen) {
      ledger.freeze(new FundId(fund), clock.instant());
      isFrozen = true;
    }
    return AFTER_A_FAULT;
  }

  private void save() {
    Proof now = proof;
    if (now == null || now.seq() == 0) {
      return;
    }
    savedAt = clock.instant();
    try {
      bookmarks.save(
          new Bookmark(
              begunAt,
              now.seq(),
              now.hash(),
              now.accounts().standing(),
              ((FundRules) now.rule()).frozen()));
    } catch (MongoException failed) {
      log.warn("The bookmark at entry {} was not saved: {}", now.seq(), failed.getMessage());
    }
  }

  @Override
  public void close() {
    stop.countDown();
    try {
      boolean _ = thread.join(STOP);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

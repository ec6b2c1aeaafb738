package org.threefold.messaging;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Says what was decided: takes stored facts, hands them to the broker in the order of each
 * aggregate, and clears them from their documents when the broker has them.
 *
 * <p>The writer hands over what it has just stored; that is the fast path. What it could not hand
 * over, and what a process left that died, is found by a sweep. A fact is cleared only after the
 * broker acknowledged it, so it is said at least once; a fact is never sent before the one before
 * it was, so consumers see each stream grow by one.
 *
 * <p>Whoever is alone is sent at once. When rounds follow each other, a round gathers for a few
 * milliseconds, and what the broker has is cleared a moment later for many rounds together.
 */
final class Relay implements SmartLifecycle {

  /** What one round sends at most, in aggregates. */
  private static final int MAX_ROUND = 500;

  /** So many aggregates may wait to be sent here; the rest is left to the sweep. */
  private static final int MAX_WAITING = 20_000;

  /** While more aggregates than this have something unsaid, new commands are refused. */
  static final int MAX_UNSAID = 150_000;

  static final Duration SWEEP_EVERY = Duration.ofSeconds(1);

  /**
   * When there is always something new to say, the sweep still gets its turn this much less often.
   */
  private static final int BUSY_FACTOR = 5;

  /** A round that follows another this closely waits for company as long. */
  private static final Duration GATHER = Duration.ofMillis(5);

  /** So long, or so many, and what the broker has is cleared. */
  private static final Duration CLEAR_WITHIN = Duration.ofMillis(50);

  private static final int MAX_UNCLEARED = 500;

  /** After a failure, so long nothing is sent. */
  private static final Duration PAUSE = Duration.ofMillis(500);

  private static final Logger log = LoggerFactory.getLogger(Relay.class);

  /**
   * What one aggregate has to say.
   *
   * @param rev of the document these facts were the whole outbox of
   * @param facts in order of version
   */
  record Parcel(Outbox outbox, String id, long rev, List<Said> facts) {

    long lastVersion() {
      return facts.isEmpty() ? 0 : facts.getLast().version();
    }

    Address address() {
      return new Address(outbox, id);
    }
  }

  record Address(Outbox outbox, String id) {}

  private final Outlet outlet;
  private final Duration sweepEvery;
  private final List<Outbox> outboxes = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Parcel> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
  private final Map<Address, Long> unsaid = new ConcurrentHashMap<>();

  /** What the broker has and the documents do not know yet; of the relay's thread alone. */
  private final Map<Address, Parcel> uncleared = new LinkedHashMap<>();

  private long clearAt;
  private long sweepAt;
  private long roundOver;
  private volatile boolean running;
  private volatile boolean failing;
  private @Nullable Thread thread;

  Relay(Outlet outlet, Duration sweepEvery) {
    this.outlet = outlet;
    this.sweepEvery = sweepEvery;
  }

  void register(Outbox outbox) {
    outboxes.add(outbox);
  }

  /** Takes over what was just stored; if too much waits already, the sweep will find it. */
  void offer(Parcel parcel) {
    unsaid.merge(parcel.address(), parcel.rev, Math::max);
    if (!waiting.offer(parcel)) {
      log.debug("{} is left to the sweep", parcel.id);
    }
  }

  /** Whether so much is unsaid that nothing more should be decided. */
  boolean isOverfull() {
    return unsaid.size() >= MAX_UNSAID;
  }

  /** Whether the last try to say something failed. */
  boolean isFailing() {
    return failing;
  }

  /**
   * How many aggregates have something that the broker does not have, as far as this process knows.
   */
  int unsaid() {
    return unsaid.size();
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("relay").daemon().start(this::run);
  }

  @Override
  public void stop() {
    running = false;
    Thread stopping = thread;
    if (stopping == null) {
      return;
    }
    stopping.interrupt();
    try {
      if (stopping.join(Duration.ofSeconds(10))) {
        clear();
      }
    } catch (MongoException away) {
      log.debug("The next start clears what the broker has: {}", away.getMessage());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Starts before the listeners and stops after them. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE / 2;
  }

  private void run() {
    sweepAt = System.nanoTime();
    roundOver = sweepAt - GATHER.toNanos();
    while (running) {
      try {
        List<Parcel> round = next();
        if (!round.isEmpty()) {
          say(round);
          roundOver = System.nanoTime();
          failing = false;
        }
        if (uncleared.size() >= MAX_UNCLEARED || isPast(clearAt)) {
          clear();
        }
      } catch (InterruptedException stop) {
        return;
      } catch (NotDelivered | MongoException later) {
        failing = true;
        log.warn("Facts wait: {}", later.getMessage());
        pause();
      } catch (RuntimeException unexpected) {
        failing = true;
        log.error("The relay failed and goes on", unexpected);
        pause();
      }
    }
  }

  private static boolean isPast(long time) {
    return System.nanoTime() - time >= 0;
  }

  /** What is to be sent next; empty if nothing has come and it is time for something else. */
  private List<Parcel> next() throws InterruptedException {
    List<Parcel> round = new ArrayList<>();
    long lateEnough = waiting.isEmpty() ? 0 : BUSY_FACTOR * sweepEvery.toNanos();
    if (isPast(sweepAt + lateEnough)) {
      clear();
      round.addAll(sweep());
    }
    if (round.isEmpty()) {
      long until = uncleared.isEmpty() ? sweepAt : Math.min(sweepAt, clearAt);
      Parcel first = waiting.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (first != null) {
        round.add(first);
        gather();
      }
    }
    waiting.drainTo(round, Math.max(0, MAX_ROUND - round.size()));
    return round;
  }

  private void gather() throws InterruptedException {
    long left = roundOver + GATHER.toNanos() - System.nanoTime();
    if (left > 0 && waiting.size() < MAX_ROUND) {
      TimeUnit.NANOSECONDS.sleep(left);
    }
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }

  /**
   * What waits in the documents. What was unsaid before, and is found neither there nor in our
   * queue, has been said by another process.
   */
  private List<Parcel> sweep() {
    // Only looks that have shown everything tell it, and a backlog is large.
    Map<Address, Long> elsewhere =
        outboxes.stream().anyMatch(Outbox::hasMore) ? Map.of() : Map.copyOf(unsaid);
    List<Parcel> found = new ArrayList<>();
    boolean all = true;
    for (Outbox outbox : outboxes) {
      boolean whole = !outbox.hasMore();
      found.addAll(outbox.leftovers(MAX_ROUND));
      all &= whole && !outbox.hasMore();
    }
    if (all && !elsewhere.isEmpty()) {
      Set<Address> here = new HashSet<>();
      found.forEach(parcel -> here.add(parcel.address()));
      waiting.forEach(parcel -> here.add(parcel.address()));
      elsewhere.forEach((address, rev) -> {
        if (!here.contains(address)) {
          unsaid.remove(address, rev);
        }
      });
    }
    // While there is more, the next look comes at once.
    sweepAt = System.nanoTime() + (all ? sweepEvery.toNanos() : 0);
    return found;
  }

  private void say(List<Parcel> round) {
    Map<Address, Parcel> merged = new LinkedHashMap<>();
    for (Parcel parcel : round) {
      merged.merge(parcel.address(), parcel, Relay::newer);
    }
    List<Outlet.Outgoing> outgoing = new ArrayList<>();
    for (Parcel parcel : merged.values()) {
      long acknowledged = parcel.outbox.acknowledged(parcel.id);
      for (Said said : parcel.facts) {
        if (said.version() > acknowledged) {
          outgoing.add(new Outlet.Outgoing(parcel.outbox.topic(), said.attributes(), said.data()));
        }
      }
    }
    if (!outgoing.isEmpty()) {
      outlet.send(outgoing);
    }
    if (uncleared.isEmpty()) {
      clearAt = System.nanoTime() + CLEAR_WITHIN.toNanos();
    }
    merged.forEach((address, parcel) -> {
      parcel.outbox.remember(parcel.id, parcel.lastVersion());
      uncleared.merge(address, parcel, Relay::newer);
      // What another process wrote since and a sweep found holds what was known here as unsaid.
      unsaid.computeIfPresent(address, (_, rev) -> rev <= parcel.rev ? null : rev);
    });
  }

  /**
   * Takes what the broker has out of the documents. Not from those written since: what they still
   * hold is said and cleared with what they say next.
   */
  private void clear() {
    Map<Outbox, List<Parcel>> byOutbox = new LinkedHashMap<>();
    uncleared.forEach((address, parcel) -> {
      if (unsaid.getOrDefault(address, 0L) <= parcel.rev) {
        byOutbox.computeIfAbsent(parcel.outbox, _ -> new ArrayList<>()).add(parcel);
      }
    });
    byOutbox.forEach(Outbox::clear);
    uncleared.clear();
    clearAt = Long.MAX_VALUE;
  }

  /** The later look at an outbox holds everything of the earlier that is not acknowledged. */
  private static Parcel newer(Parcel one, Parcel other) {
    return one.rev >= other.rev ? one : other;
  }
}

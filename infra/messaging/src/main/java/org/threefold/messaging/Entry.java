package org.threefold.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.threefold.events.Stream;

/**
 * One document as it stands in memory.
 *
 * @param rev how often it was written; what the next write must find
 * @param version how many facts so far; the order key on the wire
 * @param outbox facts said here and not yet acknowledged by the broker, in order
 * @param heard the last version heard of each stream that was handled here
 * @param keys the last request keys, oldest first
 */
record Entry<S>(
    String id,
    long rev,
    long version,
    S state,
    List<Said> outbox,
    Map<String, Long> heard,
    List<UsedKey> keys) {

  /** So many request keys are remembered at least… */
  static final int MAX_KEYS = 32;

  /** …but none longer than this, which is longer than any client repeats a request. */
  static final Duration KEY_AGE = Duration.ofDays(7);

  static <S> Entry<S> initial(String id, S state) {
    return new Entry<>(id, 0, 0, state, List.of(), Map.of(), List.of());
  }

  /** Whether the cause was handled here before. */
  boolean knows(Cause cause) {
    return switch (cause) {
      case Cause.Keyed keyed -> knowsKey(keyed);
      case Cause.Heard fact -> heard.getOrDefault(fact.stream().toString(), 0L) >= fact.version();
      case Cause.Due _ -> false;
    };
  }

  private boolean knowsKey(Cause.Keyed keyed) {
    for (UsedKey used : keys) {
      if (used.key().equals(keyed.key())) {
        if (!used.bodyHash().equals(keyed.bodyHash())) {
          throw new KeyReused("The key was used here for another body");
        }
        return true;
      }
    }
    return false;
  }

  /** The entry after a decision for this cause. */
  Entry<S> after(Cause cause, S newState, List<Said> facts) {
    List<Said> waiting = new ArrayList<>(outbox);
    waiting.addAll(facts);
    return new Entry<>(
        id,
        rev + 1,
        version + facts.size(),
        newState,
        List.copyOf(waiting),
        heardAfter(cause),
        keysAfter(cause));
  }

  Entry<S> withOutbox(List<Said> waiting) {
    return new Entry<>(id, rev, version, state, waiting, heard, keys);
  }

  private Map<String, Long> heardAfter(Cause cause) {
    if (!(cause instanceof Cause.Heard fact)) {
      return heard;
    }
    Stream stream = fact.stream();
    Map<String, Long> now = new HashMap<>(heard);
    now.put(stream.toString(), fact.version());
    return Map.copyOf(now);
  }

  private List<UsedKey> keysAfter(Cause cause) {
    if (!(cause instanceof Cause.Keyed keyed)) {
      return keys;
    }
    List<UsedKey> now = new ArrayList<>(keys);
    now.add(new UsedKey(keyed.key(), keyed.bodyHash(), keyed.at()));
    Instant oldest = keyed.at().minus(KEY_AGE);
    now.removeIf(used -> used.at().isBefore(oldest));
    return List.copyOf(now.subList(Math.max(0, now.size() - MAX_KEYS), now.size()));
  }
}

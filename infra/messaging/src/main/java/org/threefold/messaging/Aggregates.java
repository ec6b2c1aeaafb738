package org.threefold.messaging;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.threefold.events.Event;

/**
 * All aggregates of one kind: one document each, and every decision one write of one document.
 *
 * <p>That write is the state, the facts to be said, the check that nobody else wrote meanwhile and
 * the memory of what caused it, so these cannot disagree. Decisions on different aggregates share a
 * round trip; decisions on the same one are made one after the other. What was written is said on
 * the topic of the facts, at least once and in order.
 *
 * @param <S> the state
 * @param <E> the facts
 */
public interface Aggregates<S, E extends Event> {

  /**
   * Decides once for this cause, and answers when the outcome is stored.
   *
   * <p>A cause that was already decided is not decided again: the answer is the state as it stands
   * now. Whatever the decision throws reaches the caller, and nothing is stored.
   *
   * @throws StaleVersion if the cause expects another version
   * @throws KeyReused if the request key was used for another body
   * @throws Busy if too much waits to be written or said; nothing is stored
   * @throws StoreUnavailable if the store cannot be reached; whether the write happened is then
   *     unknown, and asking again with the same cause is safe
   */
  Versioned<S> decide(String id, Cause cause, Decision<S, E> decision);

  /**
   * The same for an aggregate that is probably new, such as one that was just given its number: it
   * is not looked for first. If it is there after all, the write finds out, and the decision is
   * made on it.
   */
  Versioned<S> begin(String id, Cause cause, Decision<S, E> decision);

  /** The same without waiting; what would be thrown completes the future exceptionally. */
  CompletableFuture<Versioned<S>> submit(String id, Cause cause, Decision<S, E> decision);

  /** The aggregate, or empty if nothing was ever decided about it. */
  Optional<Versioned<S>> find(String id);

  /** Those of the aggregates that exist, by id. At most 1000 ids. */
  Map<String, Versioned<S>> findAll(Collection<String> ids);

  /**
   * A page of the aggregates that match, in the order of their ids.
   *
   * @param filter on fields below {@code state.}; keep it flat
   * @param after the last id of the page before, or null for the first page
   * @param limit 1 to 200
   */
  List<Versioned<S>> page(Bson filter, @Nullable String after, int limit);

  /** Ids of aggregates whose deadline has passed, earliest first. */
  List<String> due(Instant now, int limit);
}

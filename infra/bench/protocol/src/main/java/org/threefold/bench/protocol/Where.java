package org.threefold.bench.protocol;

import org.jspecify.annotations.Nullable;

/**
 * Where the outcome of a run lies, so that the harness can read it with drivers of its own.
 *
 * <p>In MONGO a place is {@code database.collection}, in POSTGRES a query.
 *
 * @param aggregates the collection whose {@code _id}s, or the query whose only column, are the ids
 *     of the aggregates
 * @param pending what is still to be said: the collection of which no document may have a field
 *     {@code ob}, or the query that counts; null if there is no outbox
 * @param effects the collection whose {@code _id}s are the ids of the aggregates, or the query that
 *     gives id and number of times for each effect
 * @param times in MONGO, the path in an effect of how often the fact took effect; null in POSTGRES
 * @param topic where the facts were said, with the ids as keys
 * @param group whose lag on the topic must come to nothing; null if offsets are kept elsewhere
 * @param effectsStore where effects lie, if elsewhere than the aggregates; null for the same store
 */
public record Where(
    Store store,
    String aggregates,
    @Nullable String pending,
    String effects,
    @Nullable String times,
    String topic,
    @Nullable String group,
    @Nullable Store effectsStore) {

  /** Which store. */
  public enum Store {
    MONGO,
    POSTGRES
  }
}

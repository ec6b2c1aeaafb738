package org.threefold.messaging;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * What a service knows of things that others own, learnt from what they say: one document a thing.
 *
 * @param <T> what is known, a record; kept as Spring Data maps it
 */
public interface Known<T> {

  /** What is known of the thing, or empty. */
  Optional<T> find(String id);

  /** What is known of those of the things that are known. At most 1000 ids. */
  Map<String, T> findAll(Collection<String> ids);

  /**
   * A page of what matches, by id, in the order of the ids.
   *
   * @param filter on fields below {@code state.}; keep it flat
   * @param after the last id of the page before, or null for the first page
   * @param limit 1 to 200
   */
  List<Versioned<T>> page(Bson filter, @Nullable String after, int limit);

  /**
   * Learns once from a fact: a fact that was heard before, whatever the order of deliveries,
   * changes nothing.
   *
   * @param update from what was known (null if nothing) to what is known now (null: the fact
   *     teaches nothing here, and is not remembered); must be pure
   * @throws StoreUnavailable if the store cannot be reached; learning again from the same fact is
   *     safe
   */
  default void learn(String id, Cause.Heard cause, UnaryOperator<@Nullable T> update) {
    learnAll(id, List.of(new Lesson<>(cause, update)));
  }

  /** What one fact teaches; see {@link #learn}. */
  record Lesson<T>(Cause.Heard cause, UnaryOperator<@Nullable T> update) {}

  /**
   * Learns from several facts about one thing, in their order, from all of them or from none.
   *
   * @param lessons at least one
   * @throws StoreUnavailable if the store cannot be reached; learning again is safe
   */
  void learnAll(String id, List<Lesson<T>> lessons);
}

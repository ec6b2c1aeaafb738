package org.threefold.messaging;

import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.threefold.events.DivisionCode;
import org.threefold.events.Event;

/**
 * How one kind of aggregate is kept.
 *
 * @param collection where, in the database of the service: plural, lower case
 * @param states class of the state, which may be sealed; kept as Spring Data maps it
 * @param initial the state before the first fact
 * @param events class of the facts
 * @param after the state after a fact; total and pure
 * @param division the division a state concerns, for the envelope and for scoped queries
 * @param due when the aggregate wants to be looked at again, or null for never
 */
public record AggregateType<S, E extends Event>(
    String collection,
    Class<S> states,
    S initial,
    Class<E> events,
    BiFunction<S, E, S> after,
    Function<S, @Nullable DivisionCode> division,
    Function<S, @Nullable Instant> due) {

  /** A kind of aggregate that waits for no deadline. */
  public static <S, E extends Event> AggregateType<S, E> of(
      String collection,
      Class<S> states,
      S initial,
      Class<E> events,
      BiFunction<S, E, S> after,
      Function<S, @Nullable DivisionCode> division) {
    return new AggregateType<>(collection, states, initial, events, after, division, _ -> null);
  }

  /** The same, looked at again when its deadline passes. */
  public AggregateType<S, E> dueAt(Function<S, @Nullable Instant> deadline) {
    return new AggregateType<>(collection, states, initial, events, after, division, deadline);
  }
}

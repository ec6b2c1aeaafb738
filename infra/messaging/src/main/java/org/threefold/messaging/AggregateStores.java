package org.threefold.messaging;

import org.threefold.events.Event;

/**
 * Opens what a service keeps in its database; a bean of every service. Open each collection once,
 * at start.
 */
public interface AggregateStores {

  /** The store of this kind of aggregate. */
  <S, E extends Event> Aggregates<S, E> open(AggregateType<S, E> type);

  /** The store of what is known of things that others own. */
  <T> Known<T> known(String collection, Class<T> type);
}

package org.threefold.messaging;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.messaging.Message;
import org.threefold.events.Event;

/**
 * Hears a topic: splits a batch by key, keeps the order of each key, parks what cannot be handled,
 * and lets the offset move only when all of the batch is stored.
 */
public interface Ear {

  /**
   * Does the one thing a service does about each fact; whatever it stores must name the cause it is
   * given.
   */
  @FunctionalInterface
  interface Handler<E extends Event> {
    void handle(E event, Cause.Heard cause);
  }

  /**
   * A consumer for Spring Cloud Stream in batch mode with native bytes.
   *
   * <p>Facts of types this program does not know are counted and passed over. A fact whose handling
   * fails for good is parked with its reason, and later facts of its key behind it.
   */
  <E extends Event> Consumer<Message<List<byte[]>>> hear(Class<E> family, Handler<E> handler);
}

package org.threefold.messaging;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.messaging.Message;
import org.threefold.events.Event;
import org.threefold.events.Topic;

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

  /** A fact as it was heard. */
  record Fact<E extends Event>(E event, Cause.Heard cause) {}

  /**
   * Does the one thing about some facts of one key, which are given in their order; whatever it
   * stores must name their causes.
   */
  @FunctionalInterface
  interface RunHandler<E extends Event> {
    void handle(List<Fact<E>> run);
  }

  /**
   * The same for who can store what several facts of a key come to at once, which makes hearing
   * from the beginning quicker.
   *
   * <p>If a run cannot be handled, each of its facts is handled again as a run of its own, and the
   * one that is to blame is parked. So a handler may be given facts again that it has done.
   */
  <E extends Event> Consumer<Message<List<byte[]>>> hearRuns(
      Class<E> family, RunHandler<E> handler);

  /** The same for what somebody outside has said. */
  @FunctionalInterface
  interface ForeignHandler<E extends Event> {

    /**
     * Does the one thing about this event, and names the cause in what it stores.
     *
     * @throws Unfit if it cannot be taken as it is, whoever tries
     */
    void handle(E event, Cause.Told cause);
  }

  /**
   * Hears a topic on which others than our services speak, in CloudEvents of their own ({@link
   * Topic#isForeign}).
   *
   * <p>Whether an event is new is seen where its effect is stored, by its source and id. What does
   * not fit is parked with the reason and holds up nothing; an event of its key that comes later
   * may put it right. All else is as for facts of our own.
   */
  <E extends Event> Consumer<Message<List<byte[]>>> hearForeign(
      Class<E> family, ForeignHandler<E> handler);
}

package org.threefold.messaging;

import java.util.List;
import org.threefold.events.Attributes;
import org.threefold.events.Topic;

/** Says facts: hands them to the broker and waits until it has them all. */
public interface Outlet {

  /**
   * A fact ready to be sent.
   *
   * @param topic where
   * @param attributes what is said about it; the stream id is the record key
   * @param data its JSON
   */
  record Outgoing(Topic topic, Attributes attributes, byte[] data) {}

  /**
   * Sends facts in the given order and returns when the broker has acknowledged all of them.
   *
   * @throws NotDelivered if any was not acknowledged; those must be sent again, in order, and may
   *     arrive twice
   */
  void send(List<Outgoing> facts);
}

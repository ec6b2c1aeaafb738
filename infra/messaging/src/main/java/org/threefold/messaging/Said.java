package org.threefold.messaging;

import org.threefold.events.Attributes;

/**
 * A fact that is decided and stored, but perhaps not yet acknowledged by the broker: the very bytes
 * that are sent.
 */
record Said(Attributes attributes, byte[] data) {

  long version() {
    return attributes.version();
  }
}

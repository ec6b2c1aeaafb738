package org.threefold.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.threefold.events.Attributes;
import org.threefold.events.NotAFact;

/** One record of a topic of ours, with its attributes if it has any, or else with what is wrong. */
record HeardFact(
    ConsumerRecord<byte[], byte[]> raw,
    @Nullable Attributes attributes,
    @Nullable NotAFact strange) {

  static HeardFact of(ConsumerRecord<byte[], byte[]> raw) {
    try {
      return new HeardFact(raw, Attributes.fromHeaders(name -> Wire.header(raw, name)), null);
    } catch (NotAFact strange) {
      return new HeardFact(raw, null, strange);
    }
  }
}

package org.threefold.teststand;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.threefold.events.Attributes;
import org.threefold.events.Event;
import org.threefold.events.EventCodec;
import org.threefold.events.EventTypes;
import tools.jackson.databind.JsonNode;

/**
 * One fact as it stands on a topic.
 *
 * @param key the record key
 * @param attributes what is said about it
 * @param event what is said
 * @param data the same as it was written
 */
public record Said(String key, Attributes attributes, Event event, JsonNode data) {

  static Said of(ConsumerRecord<String, byte[]> found) {
    Attributes attributes = Attributes.fromHeaders(name -> header(found, name));
    Class<? extends Event> type = EventTypes.find(attributes.type()).orElseThrow();
    return new Said(
        found.key(), attributes, EventCodec.read(type, found.value()), Json.read(found.value()));
  }

  private static @Nullable String header(ConsumerRecord<String, byte[]> found, String name) {
    Header header = found.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }

  /** The event id, {@code need/N-511523100001-20261123-0001@1}. */
  public String id() {
    return attributes.id();
  }

  /** The wire name, {@code org.threefold.need.collected.v1}. */
  public String type() {
    return attributes.type();
  }
}

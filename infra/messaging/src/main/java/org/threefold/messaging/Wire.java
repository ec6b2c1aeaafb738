package org.threefold.messaging;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Key and headers of a record as text. */
final class Wire {

  /** No key of anything is longer than this, in bytes. */
  private static final int LONGEST_KEY = 512;

  private Wire() {}

  /** The key; a record that has none, or no sensible one, is a key of its own. */
  static String keyOf(ConsumerRecord<byte[], byte[]> raw) {
    return raw.key() == null || raw.key().length > LONGEST_KEY
        ? "-" + raw.partition() + "-" + raw.offset()
        : new String(raw.key(), StandardCharsets.UTF_8);
  }

  /** The last header of this name, or null. */
  static @Nullable String header(ConsumerRecord<?, ?> raw, String name) {
    Header header = raw.headers().lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  /** How many bytes it takes, key and headers and all. */
  static long bytesOf(ConsumerRecord<byte[], byte[]> raw) {
    long bytes = length(raw.key()) + length(raw.value());
    for (Header header : raw.headers()) {
      bytes += header.key().length() + length(header.value());
    }
    return bytes;
  }

  private static long length(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }
}

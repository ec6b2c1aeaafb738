package org.threefold.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Looks back into the log for facts that a listener should have got and did not. */
final class LogReader {

  /** How far back a look goes, in records. */
  private static final long WINDOW = 100_000;

  private static final Duration POLL = Duration.ofSeconds(1);

  /** How long a look takes at most; the consumer must not miss its poll interval over it. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Map<String, Object> settings;

  LogReader(Map<String, Object> common) {
    this.settings = new HashMap<>(common);
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
  }

  /**
   * Facts of a stream with versions from..to (both included), found before the record in its
   * partition.
   */
  SortedMap<Long, ConsumerRecord<byte[], byte[]>> find(
      ConsumerRecord<byte[], byte[]> before, String stream, long from, long to) {
    SortedMap<Long, ConsumerRecord<byte[], byte[]>> found = new TreeMap<>();
    Map<String, Long> wanted = new HashMap<>();
    for (long version = from; version <= to; version++) {
      wanted.put(stream + "@" + version, version);
    }
    TopicPartition partition = new TopicPartition(before.topic(), before.partition());
    try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
      consumer.assign(List.of(partition));
      long start = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
      consumer.seek(partition, Math.max(start, before.offset() - WINDOW));
      long end =
          Math.min(
              before.offset(), consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L));
      long deadline = System.nanoTime() + LONGEST.toNanos();
      while (found.size() < wanted.size()
          && consumer.position(partition) < end
          && System.nanoTime() - deadline < 0) {
        for (ConsumerRecord<byte[], byte[]> candidate : consumer.poll(POLL)) {
          Header id = candidate.headers().lastHeader("ce_id");
          Long version =
              id == null ? null : wanted.get(new String(id.value(), StandardCharsets.UTF_8));
          if (version != null) {
            found.putIfAbsent(version, candidate);
          }
        }
      }
    }
    return found;
  }
}

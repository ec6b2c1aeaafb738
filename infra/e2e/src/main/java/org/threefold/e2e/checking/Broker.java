package org.threefold.e2e.checking;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A broker, as anybody with the Kafka client sees it. */
final class Broker implements AutoCloseable {

  private static final Duration POLL = Duration.ofSeconds(1);

  /** So long a topic may have nothing new to read before its end. */
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private final String prefix;
  private final Admin admin;
  private final KafkaConsumer<byte[], byte[]> consumer;

  Broker(String bootstrapServers, String prefix) {
    this.prefix = prefix;
    this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    this.consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
  }

  /** Where these topics end now; a topic that is not there has no end. */
  Map<TopicPartition, Long> ends(List<String> topics) {
    List<TopicPartition> partitions = new ArrayList<>();
    Map<String, ?> there = consumer.listTopics();
    for (String topic : topics) {
      if (there.containsKey(prefix + topic)) {
        consumer
            .partitionsFor(prefix + topic)
            .forEach(it -> partitions.add(new TopicPartition(it.topic(), it.partition())));
      }
    }
    return consumer.endOffsets(partitions);
  }

  /** Tells all records before these ends, each partition in its order. */
  void read(Map<TopicPartition, Long> ends, Consumer<Spoken> told) {
    consumer.assign(ends.keySet());
    consumer.seekToBeginning(ends.keySet());
    long deadline = System.nanoTime() + SILENCE.toNanos();
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException("The broker gives no more records");
      }
      for (ConsumerRecord<byte[], byte[]> one : consumer.poll(POLL)) {
        deadline = System.nanoTime() + SILENCE.toNanos();
        if (one.offset()
            < ends.getOrDefault(new TopicPartition(one.topic(), one.partition()), 0L)) {
          told.accept(spoken(one));
        }
      }
    }
  }

  private Spoken spoken(ConsumerRecord<byte[], byte[]> one) {
    SortedMap<String, String> headers = new TreeMap<>();
    for (Header header : one.headers()) {
      byte[] value = header.value();
      headers.put(header.key(), value == null ? "" : new String(value, StandardCharsets.UTF_8));
    }
    return new Spoken(
        one.topic().substring(prefix.length()),
        one.partition(),
        one.offset(),
        one.key() == null ? null : new String(one.key(), StandardCharsets.UTF_8),
        headers,
        one.value());
  }

  /**
   * How far each group has heard, of what it hears: 0 where it has a partition and never committed.
   */
  Map<String, Map<TopicPartition, Long>> committed() {
    List<String> groups =
        wait(admin.listGroups(ListGroupsOptions.forConsumerGroups()).all()).stream()
            .map(GroupListing::groupId)
            .toList();
    Map<String, Map<TopicPartition, Long>> committed = new TreeMap<>();
    wait(admin.describeConsumerGroups(groups).all())
        .forEach((group, description) -> committed.put(group, committed(group, description)));
    return committed;
  }

  private Map<TopicPartition, Long> committed(String group, ConsumerGroupDescription description) {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    description
        .members()
        .forEach(
            member -> member.assignment().topicPartitions().forEach(part -> offsets.put(part, 0L)));
    wait(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
        .forEach((part, offset) -> {
          if (offset != null) {
            offsets.put(part, offset.offset());
          }
        });
    offsets.keySet().removeIf(part -> !part.topic().startsWith(prefix));
    return offsets;
  }

  private static <T> T wait(KafkaFuture<T> answer) {
    try {
      return answer.get(SILENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException away) {
      throw new IllegalStateException("The broker does not answer: " + away.getMessage(), away);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for the broker", stop);
    }
  }

  @Override
  public void close() {
    consumer.close();
    admin.close();
  }
}

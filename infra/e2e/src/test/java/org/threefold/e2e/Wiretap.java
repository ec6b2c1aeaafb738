package org.threefold.e2e;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.threefold.testkit.Quiet;

/** Everything that stands on a broker, unpacked, whosever it is. */
final class Wiretap {

  private static final Duration POLL = Duration.ofMillis(500);

  private final String broker;

  Wiretap(String broker) {
    this.broker = broker;
    Quiet.loggers(Map.of("org.apache.kafka", "WARN", "org.mongodb.driver", "WARN"));
  }

  /** The parts of one record that were found, and where. */
  private static List<String> in(ConsumerRecord<byte[], byte[]> one, Marks marks) {
    List<byte[]> parts = new ArrayList<>();
    parts.add(one.key());
    parts.add(one.value());
    for (Header header : one.headers()) {
      parts.add(header.key().getBytes(StandardCharsets.UTF_8));
      parts.add(header.value());
    }
    return parts.stream()
        .filter(it -> it != null)
        .flatMap(it -> marks.in(it).stream())
        .map(it -> it + " on " + one.topic() + "-" + one.partition() + "@" + one.offset())
        .toList();
  }

  /** What is found in the records of all topics, with their keys and headers. */
  List<String> find(Marks marks) {
    List<String> found = new ArrayList<>();
    hear(one -> found.addAll(in(one, marks)));
    return found;
  }

  /** How many records a topic has. */
  long count(String topic) {
    long[] count = new long[1];
    hear(one -> count[0] += one.topic().equals(topic) ? 1 : 0);
    return count[0];
  }

  private void hear(Consumer<ConsumerRecord<byte[], byte[]>> each) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            broker,
            "enable.auto.commit",
            false,
            "isolation.level",
            "read_uncommitted");
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> all =
          consumer.listTopics().values().stream()
              .flatMap(List::stream)
              .map(it -> new TopicPartition(it.topic(), it.partition()))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      Map<TopicPartition, Long> ends = consumer.endOffsets(all);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(POLL).forEach(each);
      }
    }
  }

  /** Puts a record on a topic that nobody can handle. */
  void poison(String topic, String key, Map<String, String> headers, String value) {
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      var poison =
          new ProducerRecord<>(
              topic, key.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8));
      headers.forEach(
          (name, text) -> poison.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
      producer.send(poison).get();
    } catch (ExecutionException refused) {
      throw new IllegalStateException("The broker takes no poison", refused);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for the broker", stop);
    }
  }
}

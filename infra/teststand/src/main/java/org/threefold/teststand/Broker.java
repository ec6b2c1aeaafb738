package org.threefold.teststand;

import static org.threefold.testkit.Eventually.eventually;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.threefold.events.Event;
import org.threefold.events.EventCodec;
import org.threefold.events.Fact;
import org.threefold.events.Topic;

/** The broker as everybody has it: to say facts, to read topics, to see how far a service is. */
final class Broker implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);

  private final Map<String, Object> settings;
  private final KafkaProducer<String, byte[]> others;
  private final Admin admin;

  Broker(String servers) {
    settings = Map.of("bootstrap.servers", servers);
    // One request in flight, as services say theirs: Kafka 4.2 has lost records on fresh topics.
    Map<String, Object> careful = new HashMap<>(settings);
    careful.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    others = new KafkaProducer<>(careful, new StringSerializer(), new ByteArraySerializer());
    admin = Admin.create(settings);
  }

  /** Says facts in this order; answers where each partition ends when the broker has them all. */
  Map<TopicPartition, Long> say(List<Fact<Event>> facts) {
    List<Future<RecordMetadata>> sent =
        facts.stream().map(it -> others.send(recordOf(it))).toList();
    others.flush();
    Map<TopicPartition, Long> ends = new HashMap<>();
    for (Future<RecordMetadata> one : sent) {
      RecordMetadata at = acknowledged(one);
      ends.merge(new TopicPartition(at.topic(), at.partition()), at.offset() + 1, Math::max);
    }
    return ends;
  }

  private static ProducerRecord<String, byte[]> recordOf(Fact<Event> fact) {
    var toSend =
        new ProducerRecord<>(
            Topic.of(fact.event()).topicName(), fact.stream().id(), EventCodec.write(fact.event()));
    fact.attributes()
        .toHeaders()
        .forEach(
            (name, value) -> toSend.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return toSend;
  }

  private static RecordMetadata acknowledged(Future<RecordMetadata> sent) {
    try {
      return sent.get();
    } catch (ExecutionException refused) {
      throw new IllegalStateException("The broker did not take a fact", refused);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /**
   * Waits until a service has left all of this behind it. Its offset moves only when what is before
   * it is handled, parked or passed over, also when that had been handled before.
   */
  void awaitPassed(String service, Map<TopicPartition, Long> ends) {
    eventually(
        service + " is past " + ends,
        () -> {
          Map<TopicPartition, OffsetAndMetadata> reached =
              admin.listConsumerGroupOffsets(service).partitionsToOffsetAndMetadata().get();
          return ends.entrySet().stream()
              .allMatch(it -> {
                OffsetAndMetadata at = reached.get(it.getKey());
                return at != null && at.offset() >= it.getValue();
              });
        });
  }

  /** All that stands on a topic so far; each stream in its order. */
  List<Said> read(Topic topic) {
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.topicName()).stream()
              .map(it -> new TopicPartition(it.topic(), it.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<Said> all = new ArrayList<>();
      while (ends.entrySet().stream()
          .anyMatch(it -> consumer.position(it.getKey()) < it.getValue())) {
        consumer.poll(POLL).forEach(it -> all.add(Said.of(it)));
      }
      return List.copyOf(all);
    }
  }

  @Override
  public void close() {
    others.close();
    admin.close();
  }
}

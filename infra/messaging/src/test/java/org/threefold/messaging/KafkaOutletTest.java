package org.threefold.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventDeserializer;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.threefold.events.Attributes;
import org.threefold.events.EventCodec;
import org.threefold.events.NeedCategory;
import org.threefold.events.NeedEvent.NeedSorted;
import org.threefold.events.Topic;
import org.threefold.testkit.kafka.LocalKafka;

/** What is said reaches a real broker, all of it and in order, also on topics made a moment ago. */
class KafkaOutletTest {

  private static final int PARTITIONS = 3;

  @TempDir static Path data;
  static LocalKafka kafka;

  @BeforeAll
  static void startBroker() {
    kafka = LocalKafka.start(data, 0);
  }

  @AfterAll
  static void stopBroker() {
    kafka.close();
  }

  private static Map<String, Object> common() {
    return Map.of("bootstrap.servers", kafka.bootstrapServers());
  }

  private static Outlet.Outgoing outgoing(int number, long version) {
    var event = new NeedSorted(Tally.need(number), NeedCategory.REHAB, 0);
    return new Outlet.Outgoing(
        Topic.NEEDS,
        Attributes.of(
            event, version, "needs-intake", Tally.NOON, "request/x", "RM_WORKER@x", null, null),
        EventCodec.write(event));
  }

  @Test
  void fresh_topics_lose_nothing_when_sends_come_at_once() {
    for (int round = 0; round < 8; round++) {
      var names = new TopicNames("fresh" + round + "-");
      new Topics(
              common(),
              names,
              new MessagingSettings(
                  names.prefix(), PARTITIONS, (short) 1, Duration.ofSeconds(30), 8, 2))
          .provision();
      try (var outlet = new KafkaOutlet(common(), names, CircuitBreaker.ofDefaults("broker"))) {
        List<Outlet.Outgoing> all = new ArrayList<>();
        for (long version = 1; version <= 50; version++) {
          for (int need = 1; need <= 10; need++) {
            all.add(outgoing(need, version));
          }
        }
        outlet.send(all);
      }
      Map<String, Long> last = new HashMap<>();
      for (CloudEvent event : read(names.of(Topic.NEEDS))) {
        int at = event.getId().lastIndexOf('@');
        long version = Long.parseLong(event.getId().substring(at + 1));
        assertThat(version).isEqualTo(last.getOrDefault(event.getId().substring(0, at), 0L) + 1);
        last.put(event.getId().substring(0, at), version);
      }
      assertThat(last).hasSize(10).allSatisfy((_, version) -> assertThat(version).isEqualTo(50));
    }
  }

  @Test
  void a_topic_that_is_not_there_is_said_to_be_not_delivered() {
    try (var outlet =
        new KafkaOutlet(
            common(), new TopicNames("nowhere-"), CircuitBreaker.ofDefaults("broker"))) {
      assertThatThrownBy(() -> outlet.send(List.of(outgoing(1, 1))))
          .isInstanceOf(NotDelivered.class);
    }
  }

  private static List<CloudEvent> read(String topic) {
    List<CloudEvent> events = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(common(), new StringDeserializer(), new CloudEventDeserializer())) {
      List<TopicPartition> partitions = new ArrayList<>();
      for (int partition = 0; partition < PARTITIONS; partition++) {
        partitions.add(new TopicPartition(topic, partition));
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofSeconds(1)).forEach(one -> events.add(one.value()));
      }
    }
    return events;
  }
}

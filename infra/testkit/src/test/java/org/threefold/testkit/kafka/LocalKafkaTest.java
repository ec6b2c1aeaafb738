package org.threefold.testkit.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.threefold.testkit.ChildJvm;
import org.threefold.testkit.Eventually;
import org.threefold.testkit.Ports;

class LocalKafkaTest {

  @TempDir Path dir;

  @Test
  void it_goes_on_where_it_stopped_with_records_and_offsets() throws Exception {
    try (var kafka = LocalKafka.start(dir, 0)) {
      createTopic(kafka.bootstrapServers());
      send(kafka.bootstrapServers(), 0, 100);
      assertThat(read(kafka.bootstrapServers(), "readers", 100)).hasSize(100);
    }
    try (var kafka = LocalKafka.start(dir, 0)) {
      send(kafka.bootstrapServers(), 100, 110);
      assertThat(read(kafka.bootstrapServers(), "readers", 10))
          .containsExactlyElementsOf(names(100, 110));
      assertThat(read(kafka.bootstrapServers(), "latecomers", 110)).hasSize(110);
    }
  }

  @Test
  void every_acknowledged_record_is_there_after_a_kill() throws Exception {
    try (var child =
        ChildJvm.start(KafkaChild.class, dir.resolve("child.log"), data().toString())) {
      var bootstrap = child.awaitLine("bootstrap ");
      createTopic(bootstrap);
      send(bootstrap, 0, 1000);
    }
    long before = System.nanoTime();
    try (var kafka = LocalKafka.start(data(), 0)) {
      System.out.printf("back after kill -9 in %d ms%n", (System.nanoTime() - before) / 1_000_000);
      assertThat(read(kafka.bootstrapServers(), "readers", 1000))
          .containsExactlyElementsOf(names(0, 1000));
      send(kafka.bootstrapServers(), 1000, 1001);
    }
  }

  @Test
  void a_new_directory_stays_small() throws Exception {
    try (var kafka = LocalKafka.start(dir, 0)) {
      createTopic(kafka.bootstrapServers());
      send(kafka.bootstrapServers(), 0, 1);
    }
    assertThat(size(dir)).isLessThan(1024 * 1024);
  }

  @Test
  void a_topic_nobody_made_is_not_made_by_sending() throws Exception {
    try (var kafka = LocalKafka.start(dir, 0);
        var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
        var producer = producer(kafka.bootstrapServers(), "max.block.ms", 500)) {
      assertThatThrownBy(() -> producer.send(new ProducerRecord<>("nowhere", "x")).get())
          .hasMessageContaining("nowhere");
      assertThat(admin.listTopics().names().get()).doesNotContain("nowhere");
    }
  }

  @Test
  void a_taken_port_is_named() throws IOException {
    try (var other = new ServerSocket()) {
      other.bind(Ports.loopback(0));
      int port = other.getLocalPort();
      assertThatThrownBy(() -> LocalKafka.start(dir, port))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("Kafka cannot start: port " + port + " is taken");
      assertThat(dir).isEmptyDirectory();
    }
  }

  @Test
  void two_brokers_do_not_share_a_directory() throws Exception {
    try (var first = LocalKafka.start(dir, 0)) {
      assertThatThrownBy(() -> LocalKafka.start(dir, 0))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("Kafka cannot start: " + dir + " is in use");
      createTopic(first.bootstrapServers());
      send(first.bootstrapServers(), 0, 1);
    }
  }

  @Test
  void it_does_not_end_the_jvm_it_is_a_guest_in() {
    try (var _ = LocalKafka.start(dir, 0)) {
      assertThatThrownBy(() -> Exit.halt(1, "no disk"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("no disk");
      assertThatThrownBy(() -> Exit.exit(1, "no disk")).isInstanceOf(IllegalStateException.class);
    }
  }

  private Path data() {
    return dir.resolve("data");
  }

  private static void createTopic(String bootstrap) throws Exception {
    try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      admin.createTopics(List.of(new NewTopic("needs", 1, (short) 1))).all().get();
      Eventually.eventually(() ->
          assertThat(admin.describeTopics(List.of("needs")).allTopicNames().get().values())
              .flatExtracting(TopicDescription::partitions)
              .extracting(it -> it.leader().id())
              .containsExactly(1));
    }
  }

  private static KafkaProducer<String, String> producer(
      String bootstrap, String key, Object value) {
    return new KafkaProducer<>(
        Map.of(
            "bootstrap.servers",
            bootstrap,
            "acks",
            "all",
            "max.in.flight.requests.per.connection",
            1,
            key,
            value),
        new StringSerializer(),
        new StringSerializer());
  }

  private static void send(String bootstrap, int from, int to) throws Exception {
    try (var producer = producer(bootstrap, "linger.ms", 5)) {
      var sent = new ArrayList<Future<RecordMetadata>>();
      for (var name : names(from, to)) {
        sent.add(producer.send(new ProducerRecord<>("needs", name)));
      }
      for (var acknowledged : sent) {
        acknowledged.get();
      }
    }
  }

  private static List<String> read(String bootstrap, String group, int count) {
    var settings =
        Map.<String, Object>of(
            "bootstrap.servers", bootstrap, "group.id", group, "auto.offset.reset", "earliest");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of("needs"));
      var names = new ArrayList<String>();
      Eventually.eventually(
          "records of " + group,
          () -> {
            consumer.poll(Duration.ofMillis(100)).forEach(it -> names.add(it.value()));
            return names.size() >= count;
          });
      consumer.commitSync();
      return names;
    }
  }

  private static List<String> names(int from, int to) {
    var names = new ArrayList<String>();
    for (int i = from; i < to; i++) {
      names.add("need " + i);
    }
    return names;
  }

  private static long size(Path dir) throws IOException {
    try (var files = Files.walk(dir)) {
      return files.filter(Files::isRegularFile).mapToLong(it -> it.toFile().length()).sum();
    }
  }
}

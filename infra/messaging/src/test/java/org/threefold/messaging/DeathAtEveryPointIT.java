package org.threefold.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.messaging.Tally.need;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.threefold.testkit.ChildJvm;
import org.threefold.testkit.kafka.LocalKafka;
import org.threefold.testkit.mongo.LocalMongo;

/**
 * A service is killed at every point of the way a fact goes, several aggregates on their way: the
 * next life brings everything to its end, each fact with one effect.
 */
class DeathAtEveryPointIT {

  private static final Duration ONE_LIFE = Duration.ofSeconds(60);
  private static final String RECOVERED = "recovered, heard again ";

  @TempDir Path home;

  /** The last version of each stream on the topic, and how many facts are there again. */
  private record Topic(Map<String, Long> versions, int duplicates) {}

  @Test
  @Timeout(300)
  void no_fact_is_lost_and_none_counts_twice_wherever_a_service_dies() throws IOException {
    long seed = Long.getLong("threefold.seed", System.nanoTime());
    Random random = new Random(seed);
    List<Point> points = new ArrayList<>(Arrays.asList(Point.values()));
    Collections.shuffle(points, random);
    System.out.println("Seed " + seed + ": " + points);

    try (LocalMongo mongo = LocalMongo.start(home.resolve("mongo"), 0);
        LocalKafka kafka = LocalKafka.start(home.resolve("kafka"), 0)) {
      int kills = 0;
      int heardAgain = 0;
      for (int life = 1; life <= points.size() + 1; life++) {
        boolean last = life > points.size();
        String point = last ? "NONE" : points.get(life - 1).name();
        String passing = Integer.toString(random.nextInt(1, Mortal.WAVES + 1));
        Path log = home.resolve("life-" + life + ".log");
        try (ChildJvm process =
            ChildJvm.start(
                Mortal.class,
                log,
                mongo.uri(),
                kafka.bootstrapServers(),
                Integer.toString(life),
                point,
                passing)) {
          int code = process.awaitEnd(ONE_LIFE);
          assertThat(code).as("%s: %s", point, Files.readString(log)).isEqualTo(last ? 0 : 137);
          heardAgain += Integer.parseInt(process.awaitLine(RECOVERED));
          kills += last ? 0 : 1;
        }
      }
      Topic topic = read(kafka.bootstrapServers());
      System.out.printf(
          "%d kills, %d facts said more than once, %d heard more than once%n",
          kills, topic.duplicates, heardAgain);

      assertThat(kills).isEqualTo(Point.values().length);
      assertThat(topic.duplicates).isPositive();
      assertThat(heardAgain).isPositive();
      int facts = kills * Mortal.WAVES;
      assertThat(topic.versions)
          .hasSize(Mortal.NEEDS)
          .allSatisfy((_, version) -> assertThat(version).isEqualTo(facts));
      try (MongoClient client = MongoClients.create(mongo.uri())) {
        expectKept(client.getDatabase("bench"), facts);
      }
    }
  }

  private static void expectKept(MongoDatabase database, int facts) {
    for (int number = 1; number <= Mortal.NEEDS; number++) {
      Document one = new Document("_id", need(number).value());
      assertThat(database.getCollection("tallies").find(one).first())
          .containsEntry("version", (long) facts)
          .containsEntry("outbox", List.of())
          .doesNotContainKey("ob");
      assertThat(database.getCollection("effects").find(one).first())
          .extracting(effect -> effect.get("state"))
          .isEqualTo(new Document("facts", facts).append("sum", facts * (facts + 1) / 2));
    }
    assertThat(database.getCollection("parked").countDocuments()).isZero();
    assertThat(database.getCollection("parked-keys").countDocuments()).isZero();
  }

  /** Reads all that was said; each version must come right after the one before it, or again. */
  private static Topic read(String bootstrapServers) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            bootstrapServers,
            "group.id",
            "bench",
            "enable.auto.commit",
            false);
    Map<String, Long> versions = new TreeMap<>();
    Map<String, byte[]> data = new HashMap<>();
    int duplicates = 0;
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor("needs").stream()
              .map(it -> new TopicPartition(it.topic(), it.partition()))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      Map<TopicPartition, OffsetAndMetadata> heard = consumer.committed(Set.copyOf(partitions));
      ends.forEach((partition, end) -> {
        OffsetAndMetadata committed = heard.get(partition);
        assertThat(committed == null ? 0 : committed.offset()).as("%s", partition).isEqualTo(end);
      });
      consumer.seekToBeginning(partitions);
      while (partitions.stream()
          .anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
        for (ConsumerRecord<String, byte[]> one : consumer.poll(Duration.ofSeconds(1))) {
          String id = new String(one.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
          long version = Long.parseLong(id.substring(id.indexOf('@') + 1));
          long before = versions.getOrDefault(one.key(), 0L);
          assertThat(version).as(id).isBetween(1L, before + 1);
          byte[] first = data.putIfAbsent(id, one.value());
          if (first != null) {
            duplicates++;
            assertThat(one.value()).as(id).isEqualTo(first);
          }
          versions.merge(one.key(), version, Math::max);
        }
      }
    }
    return new Topic(versions, duplicates);
  }
}

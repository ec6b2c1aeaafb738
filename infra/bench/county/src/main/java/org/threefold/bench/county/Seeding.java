package org.threefold.bench.county;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/**
 * Fills the county with needs that are over: the document of one that was led to its end over HTTP,
 * and its facts, copied under other numbers straight into the store and onto the topic, in the
 * store's own form. The other services hear the facts as they hear all.
 */
final class Seeding {

  private static final String TOPIC = "needs";
  private static final int BATCH = 1000;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Long past, so that no need of today has such a number. */
  private static final String NUMBERS = "N-511523100001-20260301-%06d";

  /** A long stays a long. */
  private static final JsonWriterSettings EXACT =
      JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

  private final String kafka;
  private final String mongo;
  private int seeded;

  Seeding(String kafka, String mongo) {
    this.kafka = kafka;
    this.mongo = mongo;
  }

  /** Adds copies of this need until there are so many. */
  void upTo(int count, String template) throws InterruptedException {
    if (count <= seeded) {
      return;
    }
    List<ConsumerRecord<byte[], byte[]>> facts = factsOf(template);
    try (MongoClient client = MongoClients.create(mongo);
        KafkaProducer<byte[], byte[]> producer = producer();
        ProgressBar bar = bar(count - seeded)) {
      MongoCollection<Document> needs = client.getDatabase(TOPIC).getCollection(TOPIC);
      String document = settled(needs, template).toJson(EXACT);
      while (seeded < count) {
        int until = Math.min(count, seeded + BATCH);
        List<Document> documents = new ArrayList<>();
        List<Future<RecordMetadata>> said = new ArrayList<>();
        for (int i = seeded; i < until; i++) {
          documents.add(Document.parse(document.replace(template, NUMBERS.formatted(i))));
        }
        needs.insertMany(documents);
        for (int i = seeded; i < until; i++) {
          for (ConsumerRecord<byte[], byte[]> fact : facts) {
            said.add(producer.send(copy(fact, template, NUMBERS.formatted(i))));
          }
        }
        awaitAll(said);
        bar.stepBy(until - seeded);
        seeded = until;
      }
    }
  }

  private static ProgressBar bar(int needs) {
    return new ProgressBarBuilder()
        .setTaskName("Seeding")
        .setInitialMax(needs)
        .setStyle(ProgressBarStyle.ASCII)
        .build();
  }

  private static Document settled(MongoCollection<Document> needs, String id) {
    Document document = needs.find(new Document("_id", id)).first();
    if (document == null || document.containsKey("ob")) {
      throw new IllegalStateException(id + " is not there, or has still something to say");
    }
    return document;
  }

  private static ProducerRecord<byte[], byte[]> copy(
      ConsumerRecord<byte[], byte[]> fact, String from, String to) {
    var copy = new ProducerRecord<>(TOPIC, bytes(to), swapped(fact.value(), from, to));
    for (Header header : fact.headers()) {
      copy.headers().add(header.key(), swapped(header.value(), from, to));
    }
    return copy;
  }

  private static byte[] swapped(byte[] bytes, String from, String to) {
    return bytes(new String(bytes, StandardCharsets.UTF_8).replace(from, to));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private List<ConsumerRecord<byte[], byte[]>> factsOf(String need) {
    List<ConsumerRecord<byte[], byte[]>> facts = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka, "enable.auto.commit", false),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(TOPIC).stream()
              .map(it -> new TopicPartition(it.topic(), it.partition()))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      consumer.seekToBeginning(partitions);
      while (partitions.stream()
          .anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
        for (ConsumerRecord<byte[], byte[]> one : consumer.poll(PATIENCE)) {
          if (need.equals(new String(one.key(), StandardCharsets.UTF_8))) {
            facts.add(one);
          }
        }
      }
    }
    return facts;
  }

  private KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        Map.of(
            "bootstrap.servers",
            kafka,
            "acks",
            "all",
            "max.in.flight.requests.per.connection",
            1,
            "linger.ms",
            5,
            "batch.size",
            128 * 1024,
            "compression.type",
            "lz4"),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  private static void awaitAll(List<Future<RecordMetadata>> said) throws InterruptedException {
    try {
      for (Future<RecordMetadata> one : said) {
        one.get();
      }
    } catch (ExecutionException lost) {
      throw new IllegalStateException("The broker did not take a fact", lost.getCause());
    }
  }
}

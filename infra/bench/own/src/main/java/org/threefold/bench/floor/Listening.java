package org.threefold.bench.floor;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;
import org.threefold.bench.protocol.Effects;
import org.threefold.bench.protocol.Surroundings;

/** Hears a topic and keeps one effect of each fact, a batch in one write, then moves on. */
final class Listening implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(500);

  private final KafkaConsumer<String, byte[]> consumer;
  private final MongoCollection<Document> kept;
  private final Effects effects;
  private final Thread thread;

  Listening(String topic, String group, MongoCollection<Document> kept, Effects effects) {
    this.kept = kept;
    this.effects = effects;
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                Surroundings.kafka(),
                "group.id",
                group,
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                false,
                "max.poll.records",
                500),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    consumer.subscribe(List.of(topic));
    this.thread = Thread.ofPlatform().name("floor-listener").daemon().start(this::run);
  }

  private void run() {
    try (consumer) {
      while (true) {
        ConsumerRecords<String, byte[]> batch = consumer.poll(POLL);
        if (!batch.isEmpty()) {
          keep(batch);
          consumer.commitSync();
        }
      }
    } catch (WakeupException closed) {
      // The end.
    }
  }

  private void keep(ConsumerRecords<String, byte[]> batch) {
    List<UpdateOneModel<Document>> updates = new ArrayList<>(batch.count());
    for (ConsumerRecord<String, byte[]> fact : batch) {
      updates.add(
          new UpdateOneModel<>(
              new Document("_id", fact.key()),
              new Document("$setOnInsert", new Document("times", 1)),
              new UpdateOptions().upsert(true)));
    }
    int fresh = kept.bulkWrite(updates, new BulkWriteOptions().ordered(false)).getUpserts().size();
    effects.seenAgain(batch.count() - fresh);
    batch.forEach(fact -> effects.stored(fact.key()));
  }

  @Override
  public void close() {
    consumer.wakeup();
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}

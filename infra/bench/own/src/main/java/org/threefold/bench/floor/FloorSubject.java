package org.threefold.bench.floor;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.threefold.bench.protocol.Effects;
import org.threefold.bench.protocol.Ground;
import org.threefold.bench.protocol.Run;
import org.threefold.bench.protocol.Speaking;
import org.threefold.bench.protocol.Subject;
import org.threefold.bench.protocol.Surroundings;
import org.threefold.bench.protocol.Where;

/**
 * The floor F0: the documents, records, acknowledgements and clearings of our own way in the
 * largest batches there are to be had, three threads one behind the other. With the argument {@code
 * unsafe} F1: kept and sent, nothing between them.
 */
public final class FloorSubject implements Subject {

  private static final int PRELOADED_AT_ONCE = 1000;

  private final boolean safe;
  private final MongoClient client = MongoClients.create(Surroundings.mongo());
  private final Producer<byte[], byte[]> producer =
      new KafkaProducer<>(
          Map.of(
              "bootstrap.servers",
              Surroundings.kafka(),
              "acks",
              "all",
              "max.in.flight.requests.per.connection",
              1,
              "linger.ms",
              2,
              "batch.size",
              128 * 1024,
              "compression.type",
              "lz4"),
          new ByteArraySerializer(),
          new ByteArraySerializer());
  private final List<Listening> listening = new ArrayList<>();
  private @Nullable Stage<Writing> writer;
  private @Nullable Stage<Kept> relay;
  private @Nullable Run run;

  private record Writing(Kept kept, CompletableFuture<Void> answer) {}

  private FloorSubject(boolean safe) {
    this.safe = safe;
  }

  /** Takes orders from standard input. */
  public static void main(String[] arguments) throws IOException {
    boolean safe = !List.of(arguments).contains("unsafe");
    Speaking.as(() -> new FloorSubject(safe));
  }

  @Override
  public Where prepare(Run fresh, Effects effects) throws Exception {
    stop();
    run = fresh;
    Ground.freshTopic(fresh);
    listening.add(
        new Listening(fresh.topic(), fresh.name(), database().getCollection("effects"), effects));
    Ground.awaitPartitions(fresh.name(), fresh.partitions());
    writer = new Stage<>("floor-writer", this::keep);
    relay = new Stage<>("floor-relay", this::say);
    return where(fresh.name(), "effects");
  }

  private Where where(String group, String effects) {
    String database = prepared(run).name();
    return new Where(
        Where.Store.MONGO,
        database + ".needs",
        database + ".needs",
        database + "." + effects,
        "times",
        prepared(run).topic(),
        group,
        null);
  }

  @Override
  public void write(String id, int bytes) {
    var answer = new CompletableFuture<Void>();
    prepared(writer).offer(new Writing(Kept.of(id, bytes), answer));
    answer.join();
  }

  private void keep(List<Writing> batch) {
    needs()
        .insertMany(
            batch.stream().map(one -> one.kept.document(safe)).toList(),
            new InsertManyOptions().ordered(false));
    for (Writing one : batch) {
      one.answer.complete(null);
      prepared(relay).offer(one.kept);
    }
  }

  private void say(List<Kept> batch) throws InterruptedException, ExecutionException {
    List<Future<RecordMetadata>> acknowledgements = new ArrayList<>(batch.size());
    for (Kept kept : batch) {
      var fact = new ProducerRecord<>(prepared(run).topic(), kept.key(), kept.data());
      kept.headers()
          .forEach(
              (name, value) -> fact.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
      acknowledgements.add(producer.send(fact));
    }
    if (!safe) {
      return;
    }
    producer.flush();
    for (Future<RecordMetadata> acknowledgement : acknowledgements) {
      acknowledgement.get();
    }
    needs()
        .updateMany(
            Filters.in("_id", batch.stream().map(Kept::id).toList()),
            Updates.combine(Updates.set("outbox", List.of()), Updates.unset("ob")));
  }

  @Override
  public void hold() throws InterruptedException {
    if (!safe) {
      throw new UnsupportedOperationException("Has no relay");
    }
    prepared(relay).hold();
  }

  @Override
  public void say() {
    prepared(relay).goOn();
  }

  @Override
  public Where replay(Effects effects) {
    String group = prepared(run).name() + "again";
    listening.add(
        new Listening(
            prepared(run).topic(), group, database().getCollection("effectsAgain"), effects));
    return where(group, "effectsAgain");
  }

  @Override
  public void preload(int count, int bytes) {
    Run before = new Run(prepared(run).number() + 1_000_000, 1);
    List<Document> next = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      next.add(Kept.of(before.id(i), bytes).document(false));
      if (next.size() == PRELOADED_AT_ONCE || i == count - 1) {
        needs().insertMany(next);
        next.clear();
      }
    }
  }

  private MongoDatabase database() {
    return client.getDatabase(prepared(run).name());
  }

  private MongoCollection<Document> needs() {
    return database().getCollection("needs");
  }

  private static <T> T prepared(@Nullable T it) {
    return Objects.requireNonNull(it, "Nothing is prepared");
  }

  private void stop() {
    listening.forEach(Listening::close);
    listening.clear();
    if (writer != null && relay != null) {
      writer.close();
      relay.close();
    }
  }

  @Override
  public void close() {
    stop();
    producer.close();
    client.close();
  }
}

package org.threefold.bench.harness;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.threefold.bench.protocol.Run;
import org.threefold.bench.protocol.Where;

/**
 * Whether a run may have a result. Reads stores and topic with drivers of its own: every
 * acknowledged aggregate is kept, was said, has exactly one effect, and nothing is left to say or
 * to hear; there is no effect of what was never kept.
 */
final class Gate {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int MOST_SHOWN = 3;

  /** So many more than were acknowledged are looked for: what nobody waited for has no effect. */
  private static final int MOST_BEYOND = 10_000;

  private static final int BATCH = 5000;

  private final Servers servers;

  Gate(Servers servers) {
    this.servers = servers;
  }

  /**
   * What a run came to.
   *
   * @param wrong what must not be, in words
   * @param saidAgain facts that are on the topic more than once, which consumers must bear
   */
  record Outcome(List<String> wrong, int saidAgain) {

    Outcome {
      wrong = List.copyOf(wrong);
    }

    boolean passes() {
      return wrong.isEmpty();
    }
  }

  /**
   * Looks.
   *
   * @param acknowledged so many aggregates of the run, from number 0
   */
  Outcome look(Run run, Where where, int acknowledged)
      throws SQLException, InterruptedException, ExecutionException {
    List<String> wrong = new ArrayList<>();
    awaitRest(where, wrong);
    Set<String> kept = new HashSet<>();
    Map<String, Integer> effects = new HashMap<>();
    Where.Store effectsStore = where.effectsStore() == null ? where.store() : where.effectsStore();
    List<String> ids = IntStream.range(0, acknowledged + MOST_BEYOND).mapToObj(run::id).toList();
    idsOf(where.store(), where.aggregates(), ids, kept);
    effectsOf(effectsStore, where, ids, effects::put);
    Map<String, Integer> said = onTopic(where.topic());
    List<String> lost = new ArrayList<>();
    List<String> unsaid = new ArrayList<>();
    List<String> miscounted = new ArrayList<>();
    for (int i = 0; i < acknowledged; i++) {
      String id = run.id(i);
      collect(!kept.contains(id), id, lost);
      collect(!said.containsKey(id), id, unsaid);
      collect(effects.getOrDefault(id, 0) != 1, id + " × " + effects.get(id), miscounted);
    }
    report("acknowledged and not kept", lost, wrong);
    report("kept and never said", unsaid, wrong);
    report("without exactly one effect", miscounted, wrong);
    report(
        "effects of nothing",
        effects.keySet().stream().filter(id -> run.indexOf(id) >= acknowledged).toList(),
        wrong);
    int again = said.values().stream().mapToInt(times -> times - 1).sum();
    return new Outcome(wrong, again);
  }

  private static void collect(boolean bad, String what, List<String> into) {
    if (bad) {
      into.add(what);
    }
  }

  private static void report(String what, List<String> found, List<String> wrong) {
    if (!found.isEmpty()) {
      wrong.add(found.size() + " " + what + ": " + found.stream().limit(MOST_SHOWN).toList());
    }
  }

  /** Outboxes are cleared and offsets committed a moment after the last effect. */
  private void awaitRest(Where where, List<String> wrong)
      throws SQLException, InterruptedException, ExecutionException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    long pending = pending(where);
    long lag = lag(where);
    while ((pending > 0 || lag > 0) && System.nanoTime() - end < 0) {
      TimeUnit.MILLISECONDS.sleep(50);
      pending = pending(where);
      lag = lag(where);
    }
    if (pending > 0) {
      wrong.add(pending + " still to be said");
    }
    if (lag > 0) {
      wrong.add(lag + " records still to be heard");
    }
  }

  private long pending(Where where) throws SQLException {
    String pending = where.pending();
    if (pending == null) {
      return 0;
    }
    if (where.store() == Where.Store.MONGO) {
      try (MongoClient client = MongoClients.create(servers.mongo())) {
        // To count them has the embedded server hold all documents of who has no index for this.
        return collection(client, pending)
            .find(Filters.regex("ob", "^"))
            .projection(Projections.include("_id"))
            .limit(BATCH)
            .into(new ArrayList<>())
            .size();
      }
    }
    try (Connection connection = DriverManager.getConnection(servers.postgres());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(pending)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private long lag(Where where) throws InterruptedException, ExecutionException {
    String group = where.group();
    if (group == null) {
      return 0;
    }
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers.kafka()));
        var consumer = consumer()) {
      List<TopicPartition> partitions = partitions(consumer, where.topic());
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      var heard = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      long lag = 0;
      for (TopicPartition partition : partitions) {
        var offset = heard.get(partition);
        lag += ends.getOrDefault(partition, 0L) - (offset == null ? 0 : offset.offset());
      }
      return lag;
    }
  }

  private void idsOf(Where.Store store, String place, List<String> ids, Set<String> into)
      throws SQLException {
    if (store == Where.Store.MONGO) {
      some(place, ids, Projections.include("_id"), one -> into.add(one.getString("_id")));
    } else {
      rows(place, (id, _) -> into.add(id));
    }
  }

  private void effectsOf(
      Where.Store store, Where where, List<String> ids, BiConsumer<String, Integer> into)
      throws SQLException {
    String times = where.times();
    if (store == Where.Store.POSTGRES || times == null) {
      rows(where.effects(), into);
      return;
    }
    List<String> path = List.of(times.split("\\.", -1));
    some(
        where.effects(),
        ids,
        Projections.include("_id", times),
        one -> into.accept(one.getString("_id"), one.getEmbedded(path, Number.class).intValue()));
  }

  /**
   * Those of these documents that are there. The embedded server holds all that a query finds until
   * the last of it is fetched, so it is asked for some at a time.
   */
  private void some(String place, List<String> ids, Bson fields, Consumer<Document> into) {
    try (MongoClient client = MongoClients.create(servers.mongo())) {
      MongoCollection<Document> documents = collection(client, place);
      ids.stream()
          .gather(Gatherers.windowFixed(BATCH))
          .forEach(
              window -> documents.find(Filters.in("_id", window)).projection(fields).forEach(into));
    }
  }

  private void rows(String query, BiConsumer<String, Integer> into) throws SQLException {
    try (Connection connection = DriverManager.getConnection(servers.postgres());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      boolean counted = row.getMetaData().getColumnCount() > 1;
      while (row.next()) {
        into.accept(row.getString(1), counted ? row.getInt(2) : 1);
      }
    }
  }

  private Map<String, Integer> onTopic(String topic) {
    Map<String, Integer> said = new HashMap<>();
    try (var consumer = consumer()) {
      List<TopicPartition> partitions = partitions(consumer, topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream()
          .anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
        for (ConsumerRecord<byte[], byte[]> fact : consumer.poll(Duration.ofSeconds(1))) {
          said.merge(new String(fact.key(), StandardCharsets.UTF_8), 1, Integer::sum);
        }
      }
    }
    return said;
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers",
            servers.kafka(),
            "enable.auto.commit",
            false,
            "max.poll.records",
            BATCH),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(it -> new TopicPartition(it.topic(), it.partition()))
        .toList();
  }

  private static MongoCollection<Document> collection(MongoClient client, String place) {
    int dot = place.indexOf('.');
    return client.getDatabase(place.substring(0, dot)).getCollection(place.substring(dot + 1));
  }
}

package org.threefold.messaging;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Where records of one topic wait that cannot be handled now, with the reason, in the service's own
 * database; a copy goes to the topic's {@code .dlq} for everybody to see.
 */
final class Parking {

  /** Why a record is here. */
  enum Kind {
    /** No fact of ours; it holds up nobody. */
    STRANGE,
    /** Its handling failed for good; its key waits for an operator. */
    FAILED,
    /** It came after one of its key that failed. */
    BEHIND,
    /** A fact before it in its stream has not come yet; it goes on by itself when that comes. */
    EARLY,
    /** What somebody outside said cannot be taken as it is; it holds up nobody. */
    MISFIT
  }

  /** A key with records that wait, and why; one of {@code STRANGE} records goes on all the same. */
  record HeldKey(String topic, String key, Kind kind, long records, String reason, Instant since) {
    private HeldKey withOneMore() {
      return new HeldKey(topic, key, kind, records + 1, reason, since);
    }
  }

  private static final int MAX_REASON = 1000;
  private static final int MAX_STACK = 4000;

  /**
   * A larger record is parked without its content, which stands in the topic at the place that is
   * kept: with our headers it might fit neither the store nor the broker any more.
   */
  private static final int MAX_BYTES = 512 * 1024;

  private static final int MAX_LISTED = 500;

  private final MongoCollection<Document> records;
  private final MongoCollection<Document> keys;
  private final String topic;
  private final String service;
  private final KafkaOutlet outlet;

  Parking(MongoDatabase database, String topic, String service, KafkaOutlet outlet) {
    this.records = database.getCollection("parked");
    this.keys = database.getCollection("parked-keys");
    this.topic = topic;
    this.service = service;
    this.outlet = outlet;
  }

  /** Which of these keys are held up, and how. */
  Map<String, Kind> held(Collection<String> among) {
    Map<String, Kind> held = new HashMap<>();
    List<String> ids = among.stream().map(this::keyId).toList();
    for (Document found : keys.find(new Document("_id", new Document("$in", ids)))) {
      held.put(found.getString("key"), Kind.valueOf(found.getString("kind")));
    }
    return held;
  }

  /** Parks a record; when this returns, it is stored and its copy is on the dead-letter topic. */
  void park(
      ConsumerRecord<byte[], byte[]> parked,
      String key,
      Kind kind,
      String reason,
      @Nullable Throwable cause) {
    String id = topic + "|" + parked.partition() + "|" + parked.offset();
    boolean whole = Wire.bytesOf(parked) <= MAX_BYTES;
    String why = shortened(reason, MAX_REASON);
    Document document =
        new Document("_id", id)
            .append("topic", topic)
            .append("partition", parked.partition())
            .append("offset", parked.offset())
            .append("key", key)
            .append("kind", kind.name())
            .append("reason", why)
            .append("stack", cause == null ? "" : stackOf(cause))
            .append("headers", whole ? headersOf(parked) : List.of())
            .append("value", !whole || parked.value() == null ? null : new Binary(parked.value()))
            .append("at", Date.from(Instant.now()));
    records.replaceOne(new Document("_id", id), document, new ReplaceOptions().upsert(true));
    if (kind != Kind.STRANGE && kind != Kind.BEHIND) {
      hold(key, kind, why);
    }
    outlet.sendRecords(List.of(copy(parked, whole, kind, why, cause)));
  }

  private void hold(String key, Kind kind, String reason) {
    Document document =
        new Document("_id", keyId(key))
            .append("topic", topic)
            .append("key", key)
            .append("kind", kind.name())
            .append("reason", reason)
            .append("since", Date.from(Instant.now()));
    keys.replaceOne(new Document("_id", keyId(key)), document, new ReplaceOptions().upsert(true));
  }

  /** The first record of the key that waits, in the order of the topic. */
  Optional<ConsumerRecord<byte[], byte[]>> first(String key) {
    return next(key, -1);
  }

  /** The same among those after an offset. */
  Optional<ConsumerRecord<byte[], byte[]>> next(String key, long after) {
    return waiting(key, after, Kind.FAILED, Kind.BEHIND, Kind.EARLY, Kind.MISFIT)
        .map(this::recordOf);
  }

  private Optional<Document> waiting(String key, long after, Kind... kinds) {
    return Optional.ofNullable(
        records
            .find(
                new Document("topic", topic)
                    .append("key", key)
                    .append("kind", new Document("$in", Stream.of(kinds).map(Kind::name).toList()))
                    .append("offset", new Document("$gt", after)))
            .sort(Sorts.ascending("offset"))
            .first());
  }

  /** Forgets a record that has been handled or given up. */
  void remove(ConsumerRecord<byte[], byte[]> parked) {
    records.deleteOne(
        new Document("_id", topic + "|" + parked.partition() + "|" + parked.offset()));
  }

  /** Lets the key go on, if nothing of it waits any more; what does not fit stays listed. */
  void release(String key) {
    keys.deleteOne(new Document("_id", keyId(key)));
    if (waiting(key, -1, Kind.FAILED, Kind.BEHIND, Kind.EARLY).isPresent()) {
      hold(key, Kind.FAILED, "A record was parked while the key was released");
    } else {
      waiting(key, -1, Kind.MISFIT)
          .ifPresent(misfit -> hold(key, Kind.MISFIT, misfit.getString("reason")));
    }
  }

  /** Gives up the oldest record of the key that is no fact; answers how many that were, 0 or 1. */
  int dropStrange(String key) {
    Optional<Document> strange = waiting(key, -1, Kind.STRANGE);
    strange.ifPresent(it -> records.deleteOne(new Document("_id", it.getString("_id"))));
    return strange.isPresent() ? 1 : 0;
  }

  /** The keys that are held up, oldest first, then those of records that are no facts. */
  List<HeldKey> list() {
    List<HeldKey> held = new ArrayList<>();
    for (Document key :
        keys.find(new Document("topic", topic)).sort(Sorts.ascending("since")).limit(MAX_LISTED)) {
      held.add(
          new HeldKey(
              topic,
              key.getString("key"),
              Kind.valueOf(key.getString("kind")),
              records.countDocuments(
                  Filters.and(Filters.eq("topic", topic), Filters.eq("key", key.getString("key")))),
              key.getString("reason"),
              key.getDate("since").toInstant()));
    }
    held.addAll(strange());
    return held;
  }

  private Collection<HeldKey> strange() {
    Map<String, HeldKey> byKey = new LinkedHashMap<>();
    for (Document one :
        records
            .find(new Document("topic", topic).append("kind", Kind.STRANGE.name()))
            .sort(Sorts.ascending("at"))
            .limit(MAX_LISTED)) {
      String key = one.getString("key");
      HeldKey before = byKey.get(key);
      byKey.put(
          key,
          before == null
              ? new HeldKey(
                  topic,
                  key,
                  Kind.STRANGE,
                  1,
                  one.getString("reason"),
                  one.getDate("at").toInstant())
              : before.withOneMore());
    }
    return byKey.values();
  }

  /** How many records of this topic wait here. */
  long size() {
    return records.countDocuments(new Document("topic", topic));
  }

  private String keyId(String key) {
    return topic + "|" + key;
  }

  private static List<Document> headersOf(ConsumerRecord<byte[], byte[]> parked) {
    List<Document> headers = new ArrayList<>();
    for (Header header : parked.headers()) {
      headers.add(
          new Document("n", header.key())
              .append("v", header.value() == null ? null : new Binary(header.value())));
    }
    return headers;
  }

  private ConsumerRecord<byte[], byte[]> recordOf(Document document) {
    RecordHeaders headers = new RecordHeaders();
    for (Document header : document.getList("headers", Document.class)) {
      Binary value = header.get("v", Binary.class);
      headers.add(header.getString("n"), value == null ? null : value.getData());
    }
    Binary value = document.get("value", Binary.class);
    return new ConsumerRecord<>(
        topic,
        document.getInteger("partition"),
        document.getLong("offset"),
        ConsumerRecord.NO_TIMESTAMP,
        TimestampType.NO_TIMESTAMP_TYPE,
        ConsumerRecord.NULL_SIZE,
        ConsumerRecord.NULL_SIZE,
        document.getString("key").getBytes(StandardCharsets.UTF_8),
        value == null ? null : value.getData(),
        headers,
        Optional.empty());
  }

  private ProducerRecord<byte[], byte[]> copy(
      ConsumerRecord<byte[], byte[]> parked,
      boolean whole,
      Kind kind,
      String reason,
      @Nullable Throwable cause) {
    String to = TopicNames.parkedOf(topic);
    ProducerRecord<byte[], byte[]> copy =
        whole
            ? new ProducerRecord<>(to, null, parked.key(), parked.value(), parked.headers())
            : new ProducerRecord<>(to, null, null);
    add(copy, "parked-by", service);
    add(copy, "parked-kind", kind.name());
    add(copy, "parked-reason", reason);
    add(copy, "parked-stack", cause == null ? "" : stackOf(cause));
    add(copy, "parked-partition", Integer.toString(parked.partition()));
    add(copy, "parked-offset", Long.toString(parked.offset()));
    return copy;
  }

  private static void add(ProducerRecord<byte[], byte[]> copy, String name, String value) {
    copy.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static String stackOf(Throwable cause) {
    StringWriter text = new StringWriter();
    cause.printStackTrace(new PrintWriter(text));
    return shortened(text.toString(), MAX_STACK);
  }

  private static String shortened(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }
}

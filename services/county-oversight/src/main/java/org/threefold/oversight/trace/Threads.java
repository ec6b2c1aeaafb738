package org.threefold.oversight.trace;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.threefold.messaging.StoreUnavailable;
import org.threefold.oversight.Rounds;

/**
 * Every hop of every need and project, kept so that a thread is read by ids alone, and an append
 * costs the same however long the thread is.
 *
 * <p>A hop has one place: fact 120 of stream {@code project/P-1} stands in document {@code
 * project/P-1#2} under {@code hops.120}. Storing it again puts the same thing in the same place, so
 * redelivery, order and several writers do not matter. A document per flow, named by the flow, says
 * how far each of its streams goes.
 */
@Component
public final class Threads implements AutoCloseable {

  /** So many hops share a document. */
  static final int BUCKET = 50;

  /**
   * So many documents one thread is read from at most; further hops of its longest stream are left
   * out.
   */
  static final int MOST_BUCKETS = 200;

  private static final int MOST_A_ROUND = 256;
  private static final Duration REST = Duration.ofSeconds(1);
  private static final int DUPLICATE_KEY = 11000;
  private static final int ATTEMPTS = 5;

  private final MongoCollection<Document> collection;
  private final Rounds<Hop> rounds;

  Threads(MongoDatabase database) {
    this.collection = database.getCollection("threads");
    this.rounds = new Rounds<>("threads", MOST_A_ROUND, REST, this::write);
  }

  /**
   * Hops as far as they were read.
   *
   * @param complete whether that is all of them
   */
  record Read(List<Hop> hops, boolean complete) {}

  /** Appends hops to the threads of their flows, each once. */
  public void append(List<Hop> hops) {
    rounds.putAll(hops);
  }

  /** All hops of these flows, in no order. */
  Read read(Collection<String> flows) {
    try {
      List<String> buckets = new ArrayList<>();
      for (Document flow : findAll(flows)) {
        flow.get("streams", Document.class)
            .forEach((stream, last) -> {
              for (long n = 0; n <= bucketOf(((Number) last).longValue()); n++) {
                buckets.add(plain(stream) + "#" + n);
              }
            });
      }
      boolean complete = buckets.size() <= MOST_BUCKETS;
      List<Hop> hops = new ArrayList<>();
      for (Document bucket : findAll(complete ? buckets : buckets.subList(0, MOST_BUCKETS))) {
        bucket.get("hops", Document.class).values().forEach(it -> hops.add(Hop.parse((String) it)));
      }
      return new Read(hops, complete);
    } catch (MongoException away) {
      throw new StoreUnavailable("The threads cannot be read", away);
    }
  }

  private Iterable<Document> findAll(Collection<String> ids) {
    return collection.find(new Document("_id", new Document("$in", List.copyOf(ids))));
  }

  private void write(List<Hop> hops) {
    if (hops.isEmpty()) {
      return;
    }
    List<WriteModel<Document>> updates = updates(hops);
    for (int attempt = 1; ; attempt++) {
      try {
        collection.bulkWrite(updates, new BulkWriteOptions().ordered(false));
        return;
      } catch (MongoBulkWriteException partly) {
        // Two made the same document at the same time; the second finds it there the next time.
        boolean race =
            partly.getWriteErrors().stream().allMatch(it -> it.getCode() == DUPLICATE_KEY);
        if (!race || attempt == ATTEMPTS) {
          throw partly;
        }
      }
    }
  }

  /** One update for each document, whatever the number of hops that go into it. */
  private static List<WriteModel<Document>> updates(List<Hop> hops) {
    Map<String, Document> buckets = new LinkedHashMap<>();
    Map<String, Map<String, Long>> flows = new TreeMap<>();
    for (Hop hop : hops) {
      buckets
          .computeIfAbsent(hop.stream() + "#" + bucketOf(hop.version()), _ -> new Document())
          .append("hops." + hop.version(), hop.json());
      flows
          .computeIfAbsent(hop.flow(), _ -> new TreeMap<>())
          .merge("streams." + field(hop.stream()), hop.version(), Math::max);
    }
    List<WriteModel<Document>> updates = new ArrayList<>();
    buckets.forEach((id, set) -> updates.add(upsert(id, new Document("$set", set))));
    flows.forEach((id, last) ->
        updates.add(upsert(id, new Document("$max", new Document(Map.copyOf(last))))));
    return updates;
  }

  private static UpdateOneModel<Document> upsert(String id, Document update) {
    return new UpdateOneModel<>(new Document("_id", id), update, new UpdateOptions().upsert(true));
  }

  private static long bucketOf(long version) {
    return (version - 1) / BUCKET;
  }

  /** A dot in the name of a field would be a path. */
  private static String field(String stream) {
    return stream.replace('.', '\uFF0E');
  }

  private static String plain(String field) {
    return field.replace('\uFF0E', '.');
  }

  @Override
  public void close() {
    rounds.close();
  }
}

package org.threefold.messaging;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/**
 * The last version this service has seen of each stream of one topic, whatever it did about it.
 *
 * <p>Kept beside the effects and written after them, so it never runs ahead of what is stored. It
 * is what tells a gap from a pause: listeners have lost records in rebalances, in silence.
 */
final class Seen {

  /** So many streams are kept in memory; the others are looked up. */
  private static final int MAX_CACHED = 50_000;

  private final MongoCollection<Document> collection;
  private final String topic;
  private final Map<String, Long> cache = Collections.synchronizedMap(new Recent<>(MAX_CACHED));

  Seen(MongoDatabase database, String topic) {
    this.collection = database.getCollection("seen");
    this.topic = topic;
  }

  /** Makes sure that these streams are in memory. */
  void load(Collection<String> streams) {
    List<String> missing =
        streams.stream().filter(it -> !cache.containsKey(it)).distinct().toList();
    if (!missing.isEmpty()) {
      reload(missing);
    }
  }

  /** Reads again what the store says; another instance may have had the partition meanwhile. */
  void reload(Collection<String> streams) {
    List<String> ids = streams.stream().map(this::idOf).toList();
    for (Document found : collection.find(new Document("_id", new Document("$in", ids)))) {
      String stream = found.getString("_id").substring(topic.length() + 1);
      cache.merge(stream, found.getLong("v"), Math::max);
    }
  }

  /** The last version seen, or 0. */
  long last(String stream) {
    return cache.getOrDefault(stream, 0L);
  }

  void advance(String stream, long version) {
    cache.merge(stream, version, Math::max);
  }

  /** Stores how far these streams have been seen. */
  void store(Map<String, Long> versions) {
    if (versions.isEmpty()) {
      return;
    }
    List<UpdateOneModel<Document>> updates = new ArrayList<>(versions.size());
    versions.forEach((stream, version) ->
        updates.add(
            new UpdateOneModel<>(
                new Document("_id", idOf(stream)),
                new Document("$max", new Document("v", version)),
                new UpdateOptions().upsert(true))));
    collection.bulkWrite(updates, new BulkWriteOptions().ordered(false));
  }

  private String idOf(String stream) {
    return topic + "|" + stream;
  }
}

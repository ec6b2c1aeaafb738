package org.threefold.messaging;

import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.threefold.events.Topic;

/**
 * The facts of one collection that wait for the broker: found by the sweep, cleared when
 * acknowledged.
 */
final class Outbox {

  /**
   * So many aggregates' last acknowledged versions are remembered; forgetting one costs a
   * duplicate, nothing more.
   */
  private static final int MAX_REMEMBERED = 20_000;

  /** Stands for no shard in particular. */
  private static final int ALL = -1;

  private final MongoCollection<Document> collection;
  private final Topic topic;
  private final Map<String, Long> acknowledged =
      Collections.synchronizedMap(new Recent<>(MAX_REMEMBERED));

  /** Where the sweep is; of the relay's thread alone. */
  private int shard = ALL;

  Outbox(MongoCollection<Document> collection, Topic topic) {
    this.collection = collection;
    this.topic = topic;
  }

  Topic topic() {
    return topic;
  }

  /** The last version of the aggregate that this process knows the broker has, or 0. */
  long acknowledged(String id) {
    return acknowledged.getOrDefault(id, 0L);
  }

  void remember(String id, long version) {
    acknowledged.merge(id, version, Math::max);
  }

  /**
   * Takes acknowledged facts out of their documents.
   *
   * <p>A document that nobody wrote since is emptied and leaves the sweep's index. From one that
   * was written since, only what was acknowledged is taken; whoever wrote it hands over the rest.
   */
  void clear(Collection<Relay.Parcel> parcels) {
    List<UpdateOneModel<Document>> whole = new ArrayList<>();
    List<UpdateOneModel<Document>> part = new ArrayList<>();
    for (Relay.Parcel parcel : parcels) {
      whole.add(
          new UpdateOneModel<>(
              new Document("_id", parcel.id()).append("rev", parcel.rev()),
              new Document("$set", new Document("outbox", List.of()))
                  .append("$unset", new Document("ob", ""))));
      part.add(
          new UpdateOneModel<>(
              new Document("_id", parcel.id()),
              new Document(
                  "$pull",
                  new Document(
                      "outbox", new Document("v", new Document("$lte", parcel.lastVersion()))))));
    }
    var unordered = new BulkWriteOptions().ordered(false);
    BulkWriteResult result = collection.bulkWrite(whole, unordered);
    if (result.getMatchedCount() < whole.size()) {
      collection.bulkWrite(part, unordered);
    }
  }

  /**
   * Documents with something to say, a bounded number; some may be on their way already. When there
   * are more, the next looks go through them shard by shard, for a look through all of them again
   * and again takes longer the more there are.
   */
  List<Relay.Parcel> leftovers(int limit) {
    String beginning = shard == ALL ? "" : Documents.shard(shard);
    List<Relay.Parcel> found = new ArrayList<>();
    collection
        .find(Filters.regex("ob", "^" + beginning))
        .projection(Projections.include("rev", "outbox"))
        .limit(limit)
        .forEach(document ->
            found.add(
                new Relay.Parcel(
                    this,
                    document.getString("_id"),
                    document.getLong("rev"),
                    Documents.readOutbox(document))));
    if (shard == ALL) {
      shard = found.size() < limit ? ALL : 0;
    } else if (found.size() < limit) {
      shard = shard + 1 < Documents.SHARDS ? shard + 1 : ALL;
    }
    return found;
  }

  /** Whether the last look has not shown everything. */
  boolean hasMore() {
    return shard != ALL;
  }
}

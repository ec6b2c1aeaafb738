package org.threefold.messaging;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Reads entries of one collection. */
final class Reading<S> {

  private static final int MAX_IDS = 1000;
  private static final int MAX_PAGE = 200;

  private final MongoCollection<Document> collection;
  private final Documents<S> documents;

  Reading(MongoCollection<Document> collection, Documents<S> documents) {
    this.collection = collection;
    this.documents = documents;
  }

  Optional<Versioned<S>> find(String id) {
    return guarded(() ->
        Optional.ofNullable(collection.find(new Document("_id", id)).first()).map(this::versioned));
  }

  Map<String, Versioned<S>> findAll(Collection<String> ids) {
    if (ids.size() > MAX_IDS) {
      throw new IllegalArgumentException("More than " + MAX_IDS + " ids at once");
    }
    return guarded(() -> {
      Map<String, Versioned<S>> found = new HashMap<>();
      for (Document document : collection.find(Filters.in("_id", ids))) {
        Versioned<S> versioned = versioned(document);
        found.put(versioned.id(), versioned);
      }
      return found;
    });
  }

  List<Versioned<S>> page(Bson filter, @Nullable String after, int limit) {
    if (limit < 1 || limit > MAX_PAGE) {
      throw new IllegalArgumentException("A page holds 1 to " + MAX_PAGE);
    }
    BsonDocument query = filter.toBsonDocument();
    Bson from = after == null ? query : after(query, after);
    return guarded(() -> {
      List<Versioned<S>> page = new ArrayList<>();
      for (Document document : collection.find(from).sort(new Document("_id", 1)).limit(limit)) {
        page.add(versioned(document));
      }
      return page;
    });
  }

  /** Kept flat, for the embedded store sees no index through {@code $and}. */
  private static Bson after(BsonDocument query, String id) {
    return query.containsKey("_id")
        ? Filters.and(query, Filters.gt("_id", id))
        : query.clone().append("_id", new BsonDocument("$gt", new BsonString(id)));
  }

  private Versioned<S> versioned(Document document) {
    Entry<S> entry = documents.read(document);
    return new Versioned<>(entry.id(), entry.version(), entry.state());
  }

  static <R> R guarded(Supplier<R> reading) {
    return StoreUnavailable.unless(reading);
  }
}

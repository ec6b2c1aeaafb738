package org.threefold.needs.vault;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.threefold.messaging.StoreUnavailable;

/** Where the wrapped keys are: the collection {@code resident-keys}, and nothing else in it. */
@Component
class WrappedKeys {

  /**
   * A wrapped key.
   *
   * @param subject whose
   * @param by the id of the master key
   * @param key Base64; nobody can use it without the master key
   */
  record Wrapped(String subject, String by, String key) {
    @Override
    public String toString() {
      return "***";
    }
  }

  private static final int MAX_SUBJECTS = 1000;

  private final MongoCollection<Document> keys;

  WrappedKeys(MongoDatabase database) {
    this.keys = database.getCollection("resident-keys");
    keys.createIndex(new Document("_id", 1).append("by", 1), new IndexOptions().unique(true));
  }

  Optional<Wrapped> find(String subject) {
    return StoreUnavailable.unless(() ->
        Optional.ofNullable(keys.find(new Document("_id", subject)).first())
            .map(WrappedKeys::read));
  }

  List<Wrapped> findAll(Collection<String> subjects) {
    if (subjects.size() > MAX_SUBJECTS) {
      throw new IllegalArgumentException("More than " + MAX_SUBJECTS + " subjects at once");
    }
    return subjects.isEmpty()
        ? List.of()
        : all(new Document("_id", new Document("$in", List.copyOf(subjects))), MAX_SUBJECTS);
  }

  /** Keeps the key, unless the subject has one meanwhile; answers the one it has. */
  Wrapped add(Wrapped key) {
    return StoreUnavailable.unless(() -> {
      try {
        keys.insertOne(write(key));
        return key;
      } catch (MongoWriteException failed) {
        if (failed.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
          throw failed;
        }
        return find(key.subject())
            .orElseThrow(() -> new StoreUnavailable("The key was destroyed meanwhile"));
      }
    });
  }

  /** Puts one in place of the other; a key that is gone meanwhile stays gone. */
  void replace(Wrapped old, Wrapped anew) {
    StoreUnavailable.unless(() ->
        keys.replaceOne(new Document("_id", old.subject()).append("by", old.by()), write(anew)));
  }

  void remove(String subject) {
    StoreUnavailable.unless(() -> keys.deleteOne(new Document("_id", subject)));
  }

  /** Some of the keys that others than this master key have wrapped. */
  List<Wrapped> notWrappedBy(String masterKey, int limit) {
    return all(new Document("by", new Document("$ne", masterKey)), limit);
  }

  SortedMap<String, Long> counts() {
    return StoreUnavailable.unless(() -> {
      SortedMap<String, Long> counts = new TreeMap<>();
      keys.find()
          .projection(new Document("by", 1))
          .forEach(it -> counts.merge(it.getString("by"), 1L, Long::sum));
      return counts;
    });
  }

  private List<Wrapped> all(Document filter, int limit) {
    return StoreUnavailable.unless(() -> {
      List<Wrapped> found = new ArrayList<>();
      keys.find(filter).limit(limit).forEach(it -> found.add(read(it)));
      return found;
    });
  }

  private static Document write(Wrapped it) {
    return new Document("_id", it.subject()).append("by", it.by()).append("key", it.key());
  }

  private static Wrapped read(Document it) {
    return new Wrapped(it.getString("_id"), it.getString("by"), it.getString("key"));
  }
}

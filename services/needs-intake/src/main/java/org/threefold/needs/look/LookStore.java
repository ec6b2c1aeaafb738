package org.threefold.needs.look;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.threefold.messaging.StoreUnavailable;

/**
 * Where the links are: the collection {@code looks}, read by numbers, for the embedded store would
 * look through all of them for a range. Looks at one resident are asked for by few and seldom.
 */
@Component
class LookStore {

  private static final int BLOCK = 500;
  private static final Document NEWEST_FIRST = new Document("_id", -1);

  private final MongoCollection<Document> looks;

  LookStore(MongoDatabase database) {
    this.looks = database.getCollection("looks");
    looks.createIndex(new Document("resident", 1).append("_id", -1));
  }

  /** Writes the link as the next one; false if another has its number. */
  boolean add(Look look) {
    return StoreUnavailable.unless(() -> {
      try {
        looks.insertOne(write(look));
        return true;
      } catch (MongoWriteException failed) {
        if (failed.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
          throw failed;
        }
        return false;
      }
    });
  }

  Optional<Look> find(long seq) {
    return all(new Document("_id", seq), 1).stream().findFirst();
  }

  Optional<Look> last() {
    return all(new Document(), 1).stream().findFirst();
  }

  /** A block of links from this one on, in order, up to the first hole. */
  List<Look> read(long from) {
    List<Long> seqs = LongStream.range(from, from + BLOCK).boxed().toList();
    List<Look> found = new ArrayList<>(all(new Document("_id", new Document("$in", seqs)), BLOCK));
    found.sort(Comparator.comparingLong(Look::seq));
    long next = from;
    for (Look it : found) {
      if (it.seq() != next) {
        break;
      }
      next++;
    }
    return List.copyOf(found.subList(0, (int) (next - from)));
  }

  /** Whether there is a link with this number or a later one. */
  boolean reaches(long seq) {
    return !all(new Document("_id", new Document("$gte", seq)), 1).isEmpty();
  }

  List<Look> at(String resident, int limit) {
    return all(new Document("resident", resident), limit);
  }

  private List<Look> all(Bson filter, int limit) {
    return StoreUnavailable.unless(() -> {
      List<Look> found = new ArrayList<>();
      looks.find(filter).sort(NEWEST_FIRST).limit(limit).forEach(it -> found.add(read(it)));
      return found;
    });
  }

  private static Document write(Look look) {
    Looking it = look.looking();
    var document =
        new Document("_id", look.seq())
            .append("at", Date.from(it.at()))
            .append("who", it.who())
            .append("actor", it.actor())
            .append("request", it.request())
            .append("act", it.act().name())
            .append("previous", look.previous())
            .append("hash", look.hash());
    if (it.resident() != null) {
      document.append("resident", it.resident());
    }
    if (it.why() != null) {
      document.append("why", it.why());
    }
    if (it.note() != null) {
      document.append("note", it.note());
    }
    return document;
  }

  private static Look read(Document it) {
    return new Look(
        it.getLong("_id"),
        new Looking(
            it.getDate("at").toInstant(),
            it.getString("who"),
            it.getString("actor"),
            it.getString("request"),
            Act.valueOf(it.getString("act")),
            it.getString("resident"),
            it.getString("why"),
            it.getString("note")),
        it.getString("previous"),
        it.getString("hash"));
  }
}

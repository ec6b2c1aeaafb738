package org.threefold.needs.resident;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.UpdateResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.threefold.access.Refused;
import org.threefold.events.ResidentRef;
import org.threefold.messaging.StoreUnavailable;
import org.threefold.needs.resident.Resident.Registered;

/**
 * Where residents are: {@code residents}, one document each, in which the keyed hash of the
 * identity number is unique; and {@code resident-phones}, a document for each number, which says of
 * whom it may be. Only the resident's own document says whether it still is, so that what a crash
 * left behind there misleads nobody.
 */
@Component
class ResidentStore {

  /** So many residents have one number: a home, a committee's office. */
  static final int MAX_SHARING = 50;

  private static final String ID_HASH = "idHash";
  private static final String SHARING = "residents";

  private final MongoCollection<Document> residents;
  private final MongoCollection<Document> phones;

  ResidentStore(MongoDatabase database) {
    this.residents = database.getCollection("residents");
    this.phones = database.getCollection("resident-phones");
    var unique = new IndexOptions().unique(true);
    residents.createIndex(new Document("_id", 1).append("rev", 1), unique);
    residents.createIndex(new Document(ID_HASH, 1), new IndexOptions().unique(true).sparse(true));
    residents.createIndex(
        new Document(ResidentDocuments.UNDONE, 1), new IndexOptions().unique(true).sparse(true));
    phones.createIndex(new Document(SHARING, 1));
  }

  Optional<Resident> find(ResidentRef ref) {
    return one(new Document("_id", ref.value()));
  }

  Optional<Resident> byIdNumber(String hash) {
    return one(new Document(ID_HASH, hash));
  }

  /** Those that have this phone number now. */
  List<Registered> byPhone(String hash) {
    return StoreUnavailable.unless(() -> {
      Document entry = phones.find(new Document("_id", hash)).first();
      return entry == null
          ? List.of()
          : all(new Document("_id", new Document("$in", entry.getList(SHARING, String.class))))
              .stream()
              .filter(Registered.class::isInstance)
              .map(Registered.class::cast)
              .filter(it -> hash.equals(it.phoneHash()))
              .toList();
    });
  }

  /** Adds a resident; false if there is one with this reference or identity number already. */
  boolean add(Registered resident) {
    return StoreUnavailable.unless(() -> {
      announce(resident);
      try {
        residents.insertOne(ResidentDocuments.write(resident));
        return true;
      } catch (MongoWriteException failed) {
        return notIfTaken(failed);
      }
    });
  }

  /** Writes the resident if it is as it was before; false if it is not, or the number is taken. */
  boolean replace(Resident resident) {
    return StoreUnavailable.unless(() -> {
      if (resident instanceof Registered it) {
        announce(it);
      }
      try {
        UpdateResult result =
            residents.replaceOne(
                new Document("_id", resident.ref().value()).append("rev", resident.rev() - 1),
                ResidentDocuments.write(resident));
        return result.getMatchedCount() == 1;
      } catch (MongoWriteException failed) {
        return notIfTaken(failed);
      }
    });
  }

  /** Before the resident has the number, so that no crash leaves one who is not found by it. */
  private void announce(Registered resident) {
    String hash = resident.phoneHash();
    if (hash == null) {
      return;
    }
    Document entry = phones.find(new Document("_id", hash)).first();
    List<String> sharing = entry == null ? List.of() : entry.getList(SHARING, String.class);
    if (sharing.contains(resident.ref().value())) {
      return;
    }
    if (sharing.size() >= MAX_SHARING) {
      throw new Refused("NEED-043", MAX_SHARING);
    }
    phones.updateOne(
        new Document("_id", hash),
        new Document("$addToSet", new Document(SHARING, resident.ref().value())),
        new UpdateOptions().upsert(true));
  }

  /** Takes the resident out of all numbers but this one, if any. */
  void forgetPhones(ResidentRef ref, Collection<String> but) {
    StoreUnavailable.unless(() -> {
      List<String> hashes = new ArrayList<>();
      phones
          .find(new Document(SHARING, ref.value()))
          .forEach(entry -> hashes.add(entry.getString("_id")));
      hashes.removeAll(but);
      for (String hash : hashes) {
        phones.updateOne(
            new Document("_id", hash), new Document("$pull", new Document(SHARING, ref.value())));
        phones.deleteOne(new Document("_id", hash).append(SHARING, List.of()));
      }
      return hashes.size();
    });
  }

  /** Residents whose erasure is not known to be complete; a bounded number. */
  List<ResidentRef> undone(int limit) {
    return StoreUnavailable.unless(() -> {
      List<ResidentRef> undone = new ArrayList<>();
      residents
          .find(Filters.regex(ResidentDocuments.UNDONE, "^"))
          .limit(limit)
          .forEach(it -> undone.add(new ResidentRef(it.getString("_id"))));
      return undone;
    });
  }

  /** The erasure is complete. */
  void done(ResidentRef ref) {
    StoreUnavailable.unless(() ->
        residents.updateOne(
            new Document("_id", ref.value()),
            new Document("$unset", new Document(ResidentDocuments.UNDONE, ""))));
  }

  private Optional<Resident> one(Bson filter) {
    return all(filter).stream().findFirst();
  }

  private List<Resident> all(Bson filter) {
    return StoreUnavailable.unless(() -> {
      List<Resident> found = new ArrayList<>();
      residents
          .find(filter)
          .limit(MAX_SHARING)
          .forEach(it -> found.add(ResidentDocuments.read(it)));
      return found;
    });
  }

  private static boolean notIfTaken(MongoWriteException failed) {
    if (failed.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
      throw failed;
    }
    return false;
  }
}

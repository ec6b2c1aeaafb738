package org.threefold.messaging;

import com.mongodb.DuplicateKeyException;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.util.Date;
import java.util.Objects;
import org.bson.Document;

/**
 * Running numbers: one counter document a series, and one small document for each request that got
 * a number.
 */
final class MongoNumbers implements Numbers {

  private final MongoCollection<Document> counters;
  private final MongoCollection<Document> given;

  MongoNumbers(MongoDatabase database) {
    this.counters = database.getCollection("numbers");
    this.given = database.getCollection("numbers-given");
  }

  @Override
  public long next(String series) {
    return Reading.guarded(() -> {
      try {
        return increment(series);
      } catch (DuplicateKeyException raced) {
        // Two processes made the counter at once; now it is there.
        return increment(series);
      }
    });
  }

  private long increment(String series) {
    Document counter =
        counters.findOneAndUpdate(
            new Document("_id", series),
            new Document("$inc", new Document("last", 1L)),
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
    return Objects.requireNonNull(counter).getLong("last");
  }

  @Override
  public long next(String series, Cause.Asked request) {
    return Reading.guarded(() -> {
      Document before = given.find(new Document("_id", request.key())).first();
      return before != null ? numberOf(before, request) : give(series, request);
    });
  }

  private long give(String series, Cause.Asked request) {
    long number = next(series);
    try {
      given.insertOne(
          new Document("_id", request.key())
              .append("hash", request.bodyHash())
              .append("number", number)
              .append("at", Date.from(request.at())));
      return number;
    } catch (MongoWriteException failed) {
      if (failed.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw failed;
      }
      // The same request came twice at once, and the other was first.
      return numberOf(
          Objects.requireNonNull(given.find(new Document("_id", request.key())).first()), request);
    }
  }

  private static long numberOf(Document given, Cause.Asked request) {
    if (!given.getString("hash").equals(request.bodyHash())) {
      throw new KeyReused("The key was used here for another body");
    }
    return given.getLong("number");
  }
}

package org.threefold.funds.statement;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.threefold.events.Stream;

/**
 * The cards of closed volumes in MongoDB: collection {@code cards}, two documents for each card and
 * one for each volume, found by their ids alone.
 *
 * <p>Whoever writes them writes the same, so they may be written again at any time, and lost.
 */
class CardStore {

  private static final int MOST_IDS = 1000;
  private static final int MOST_CARDS = 250;

  private final MongoCollection<Document> cards;

  CardStore(MongoDatabase database) {
    this.cards = database.getCollection("cards").withWriteConcern(WriteConcern.MAJORITY);
  }

  /** Writes a closed volume; itself last, for without it its cards do not count. */
  void write(Volume volume, long[] times, List<Card> all) {
    for (int from = 0; from < all.size(); from += MOST_CARDS) {
      cards.bulkWrite(
          all.subList(from, Math.min(all.size(), from + MOST_CARDS)).stream()
              .flatMap(card -> CardDocuments.write(card).stream())
              .map(CardStore::put)
              .toList(),
          new BulkWriteOptions().ordered(false));
    }
    ByteBuffer bytes = ByteBuffer.allocate(times.length * Long.BYTES);
    bytes.asLongBuffer().put(times);
    cards.bulkWrite(
        List.of(
            put(
                new Document("_id", id(volume.number()))
                    .append("number", volume.number())
                    .append("first", volume.first())
                    .append("last", volume.last())
                    .append("latest", Date.from(volume.latest()))
                    .append("hash", volume.hash())
                    .append("times", new Binary(bytes.array())))));
  }

  private static WriteModel<Document> put(Document document) {
    return new ReplaceOneModel<>(
        Filters.eq("_id", document.get("_id")), document, new ReplaceOptions().upsert(true));
  }

  /** The volumes with these numbers, as far as they are there, in order. */
  List<Volume> volumes(long from, long to) {
    List<Volume> found = new ArrayList<>();
    read(
        LongStream.range(from, to).mapToObj(CardStore::id).toList(),
        Projections.exclude("times"),
        it -> found.add(volume(it)));
    found.sort(Comparator.comparingLong(Volume::number));
    return found;
  }

  private static Volume volume(Document it) {
    return new Volume(
        it.getLong("number"),
        it.getLong("first"),
        it.getLong("last"),
        it.getDate("latest").toInstant(),
        it.getString("hash"));
  }

  /** Of each entry of the volume the latest time up to it. */
  Optional<long[]> times(long volume) {
    Document found = cards.find(Filters.eq("_id", id(volume))).first();
    return Optional.ofNullable(found)
        .map(it -> {
          ByteBuffer bytes = ByteBuffer.wrap(it.get("times", Binary.class).getData());
          long[] times = new long[bytes.remaining() / Long.BYTES];
          bytes.asLongBuffer().get(times);
          return times;
        });
  }

  /** The totals of these in the volumes from this number to before that. */
  List<Card> totals(Collection<Stream> subjects, long from, long to) {
    return cards(
        subjects.stream()
            .flatMap(subject ->
                LongStream.range(from, to).mapToObj(it -> CardDocuments.totalsId(subject, it)))
            .toList());
  }

  /** The touches of these in one volume. */
  List<Card> touches(Collection<Stream> subjects, long volume) {
    return cards(subjects.stream().map(it -> CardDocuments.touchesId(it, volume)).toList());
  }

  private List<Card> cards(List<String> ids) {
    List<Card> found = new ArrayList<>();
    read(ids, null, it -> found.add(CardDocuments.read(it)));
    return found;
  }

  private void read(List<String> ids, @Nullable Bson fields, Consumer<Document> each) {
    for (int from = 0; from < ids.size(); from += MOST_IDS) {
      cards
          .find(Filters.in("_id", ids.subList(from, Math.min(ids.size(), from + MOST_IDS))))
          .projection(fields)
          .forEach(each);
    }
  }

  private static String id(long volume) {
    return "volume/" + volume;
  }
}

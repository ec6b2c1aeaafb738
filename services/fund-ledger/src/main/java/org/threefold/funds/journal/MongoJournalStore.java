package org.threefold.funds.journal;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * The journal in MongoDB: collections {@code journal}, {@code snapshots} and {@code positions}.
 *
 * <p>Entries are read by their ids, never by a range, for the embedded store would look through all
 * of them for that.
 */
public final class MongoJournalStore implements JournalStore {

  /** MongoDB takes 16 MiB; a snapshot may be larger. */
  static final int PART_BYTES = 8 * 1024 * 1024;

  /** So many snapshots are kept. */
  static final int SNAPSHOTS = 3;

  private static final int MOST_ENTRIES = 1000;
  private static final String PUBLISHED = "published";

  private final MongoCollection<Document> journal;
  private final MongoCollection<Document> snapshots;
  private final MongoCollection<Document> positions;

  /** Opens the three collections of this database. */
  public MongoJournalStore(MongoDatabase database) {
    MongoDatabase safe =
        database.withWriteConcern(WriteConcern.MAJORITY).withReadConcern(ReadConcern.MAJORITY);
    this.journal = safe.getCollection("journal");
    this.snapshots = safe.getCollection("snapshots");
    this.positions = safe.getCollection("positions");
  }

  @Override
  public void insert(Entry entry) {
    try {
      journal.insertOne(EntryDocuments.write(entry));
    } catch (MongoWriteException failed) {
      if (failed.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        throw new Taken(entry.seq());
      }
      throw failed;
    }
  }

  @Override
  public List<Entry> read(long from, int limit) {
    if (limit < 1 || limit > MOST_ENTRIES) {
      throw new IllegalArgumentException("1 to " + MOST_ENTRIES + " entries at once");
    }
    List<Entry> entries = look(from, limit);
    long seen = entries.isEmpty() ? 0 : entries.getLast().seq() - from + 1;
    if (seen > entries.size()) {
      // Entries that came in while we looked may show without those before them; the second look
      // sees those.
      entries = look(from, (int) seen);
      if (entries.size() < seen) {
        throw new JournalBroken(
            "An entry between " + from + " and " + (from + seen - 1) + " is missing");
      }
    }
    return entries;
  }

  @Override
  public List<Entry> pick(Collection<Long> seqs) {
    if (seqs.isEmpty() || seqs.size() > MOST_ENTRIES) {
      throw new IllegalArgumentException("1 to " + MOST_ENTRIES + " entries at once");
    }
    List<Entry> entries = look(seqs);
    if (entries.size() < Set.copyOf(seqs).size()) {
      throw new JournalBroken("An entry is missing of " + seqs);
    }
    return entries;
  }

  private List<Entry> look(long from, int limit) {
    return look(LongStream.range(from, from + limit).boxed().toList());
  }

  private List<Entry> look(Collection<Long> ids) {
    List<Entry> entries = new ArrayList<>();
    for (Document document : journal.find(Filters.in("_id", ids))) {
      entries.add(EntryDocuments.read(document));
    }
    entries.sort(Comparator.comparingLong(Entry::seq));
    return entries;
  }

  @Override
  public long published() {
    Document position = positions.find(Filters.eq("_id", PUBLISHED)).first();
    return position == null ? 0 : position.getLong("seq");
  }

  @Override
  public void published(long seq) {
    positions.updateOne(
        Filters.eq("_id", PUBLISHED), Updates.max("seq", seq), new UpdateOptions().upsert(true));
  }

  @Override
  public void save(long seq, byte[] snapshot) {
    int parts = Math.ceilDiv(snapshot.length, PART_BYTES);
    for (int part = 0; part < parts; part++) {
      byte[] bytes =
          Arrays.copyOfRange(
              snapshot, part * PART_BYTES, Math.min(snapshot.length, (part + 1) * PART_BYTES));
      put(new Document("_id", partId(seq, part)).append("bytes", new Binary(bytes)));
    }
    // The head last: a snapshot without one does not exist.
    put(
        new Document("_id", "head/" + seq)
            .append("seq", seq)
            .append("parts", parts)
            .append("sha256", Chain.sha256(snapshot)));
    List<Document> old = heads();
    old.stream()
        .skip(SNAPSHOTS)
        .forEach(head -> {
          snapshots.deleteOne(Filters.eq("_id", head.getString("_id")));
          for (int part = 0; part < head.getInteger("parts"); part++) {
            snapshots.deleteOne(Filters.eq("_id", partId(head.getLong("seq"), part)));
          }
        });
  }

  private void put(Document document) {
    snapshots.deleteOne(Filters.eq("_id", document.getString("_id")));
    snapshots.insertOne(document);
  }

  @Override
  public Optional<byte[]> snapshotBefore(long seq) {
    return heads().stream()
        .filter(head -> head.getLong("seq") < seq)
        .map(this::bytes)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Newest first. There are never more than a few. */
  private List<Document> heads() {
    List<Document> heads = new ArrayList<>();
    snapshots
        .find(Filters.exists("parts"))
        .projection(Projections.include("seq", "parts", "sha256"))
        .forEach(heads::add);
    heads.sort(Comparator.comparing((Document head) -> head.getLong("seq")).reversed());
    return heads;
  }

  /** The snapshot, or nothing if it is not what was written. */
  private Optional<byte[]> bytes(Document head) {
    List<String> ids = new ArrayList<>();
    for (int part = 0; part < head.getInteger("parts"); part++) {
      ids.add(partId(head.getLong("seq"), part));
    }
    Map<String, byte[]> found = new HashMap<>();
    for (Document part : snapshots.find(Filters.in("_id", ids))) {
      found.put(part.getString("_id"), part.get("bytes", Binary.class).getData());
    }
    var whole = new ByteArrayOutputStream();
    ids.forEach(id -> whole.writeBytes(found.getOrDefault(id, new byte[0])));
    return Chain.sha256(whole.toByteArray()).equals(head.getString("sha256"))
        ? Optional.of(whole.toByteArray())
        : Optional.empty();
  }

  private static String partId(long seq, int part) {
    return "part/" + seq + "/" + part;
  }
}

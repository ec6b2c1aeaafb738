package org.threefold.funds.journal;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;

/**
 * The journal's store while a large journal is made in little time: entries as they are, but
 * written many at once and after the answer. It stands in the package of the journal because only
 * there entries are made documents.
 */
public final class FillingStore implements JournalStore, AutoCloseable {

  private static final int AT_ONCE = 500;

  private final MongoCollection<Document> journal;
  private final MongoJournalStore real;
  private List<Document> waiting = new ArrayList<>();
  private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);

  /** Fills the journal of this database. */
  public FillingStore(MongoDatabase database) {
    this.journal = database.getCollection("journal");
    this.real = new MongoJournalStore(database);
  }

  @Override
  public void insert(Entry entry) {
    waiting.add(EntryDocuments.write(entry));
    if (waiting.size() >= AT_ONCE) {
      flush();
    }
  }

  /** The next are made while these are written. */
  private void flush() {
    List<Document> full = waiting;
    waiting = new ArrayList<>();
    writing.join();
    if (!full.isEmpty()) {
      writing = CompletableFuture.runAsync(() -> journal.insertMany(full));
    }
  }

  @Override
  public List<Entry> read(long from, int limit) {
    flush();
    writing.join();
    return real.read(from, limit);
  }

  @Override
  public List<Entry> pick(Collection<Long> seqs) {
    return real.pick(seqs);
  }

  /** All of it, for ever: a journal that is being filled has nothing to say. */
  @Override
  public long published() {
    return Long.MAX_VALUE;
  }

  @Override
  public void published(long seq) {
    throw new UnsupportedOperationException("Nothing of this is said");
  }

  @Override
  public void save(long seq, byte[] snapshot) {
    real.save(seq, snapshot);
  }

  @Override
  public Optional<byte[]> snapshotBefore(long seq) {
    return real.snapshotBefore(seq);
  }

  /**
   * Writes what is left, and that all of it was said.
   *
   * @param last the last entry
   */
  public void finish(long last) {
    close();
    real.published(last);
  }

  @Override
  public void close() {
    flush();
    writing.join();
  }
}

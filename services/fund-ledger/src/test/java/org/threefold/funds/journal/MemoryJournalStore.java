package org.threefold.funds.journal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;

/**
 * A store in memory that can fail at every place where a real one can. Kept as documents, as the
 * real one does.
 */
public class MemoryJournalStore implements JournalStore {

  /** What goes wrong, around a call. */
  public interface Mishap {
    /** Throws, or not. */
    void happens();
  }

  /** Nothing goes wrong. */
  public static final Mishap NONE = () -> {};

  final NavigableMap<Long, Document> journal = new TreeMap<>();
  final NavigableMap<Long, byte[]> snapshots = new TreeMap<>();
  volatile Mishap beforeInsert = NONE;
  volatile Mishap afterInsert = NONE;
  volatile Mishap onRead = NONE;
  volatile Mishap onPublished = NONE;
  private long published;

  @Override
  public void insert(Entry entry) {
    beforeInsert.happens();
    synchronized (this) {
      if (journal.putIfAbsent(entry.seq(), EntryDocuments.write(entry)) != null) {
        throw new Taken(entry.seq());
      }
    }
    afterInsert.happens();
  }

  @Override
  public synchronized List<Entry> read(long from, int limit) {
    onRead.happens();
    List<Entry> entries = new ArrayList<>();
    for (long seq = from; seq < from + limit && journal.containsKey(seq); seq++) {
      entries.add(EntryDocuments.read(journal.get(seq)));
    }
    return entries;
  }

  @Override
  public synchronized List<Entry> pick(Collection<Long> seqs) {
    onRead.happens();
    return seqs.stream().sorted().map(seq -> read(seq, 1).getFirst()).toList();
  }

  @Override
  public synchronized long published() {
    return published;
  }

  @Override
  public void published(long seq) {
    onPublished.happens();
    synchronized (this) {
      published = Math.max(published, seq);
    }
  }

  @Override
  public synchronized void save(long seq, byte[] snapshot) {
    snapshots.put(seq, snapshot);
  }

  @Override
  public synchronized Optional<byte[]> snapshotBefore(long seq) {
    var found = snapshots.lowerEntry(seq);
    return found == null ? Optional.empty() : Optional.of(found.getValue());
  }

  /** All entries. */
  public synchronized List<Entry> all() {
    return journal.values().stream().map(EntryDocuments::read).toList();
  }
}

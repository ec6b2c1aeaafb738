package org.threefold.funds.journal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where entries are kept for ever, and beside them snapshots and the place up to which facts were
 * said.
 */
public interface JournalStore {

  /** Writes the entry as the next one; another writer's entry of that number is never replaced. */
  void insert(Entry entry);

  /**
   * The entries from this one on, in order and without a hole, as many as there are.
   *
   * @param limit 1 to 1000
   */
  List<Entry> read(long from, int limit);

  /**
   * These entries, in the order of their numbers.
   *
   * @param seqs 1 to 1000 numbers of entries that were written
   * @throws JournalBroken if one of them is not there
   */
  List<Entry> pick(Collection<Long> seqs);

  /** The last entry whose facts the broker has; 0 at the beginning. */
  long published();

  /** The broker has the facts of all entries up to this one; never moves back. */
  void published(long seq);

  /** Keeps a snapshot, and the few before it. */
  void save(long seq, byte[] snapshot);

  /** The newest snapshot older than this entry that is as it was written. */
  Optional<byte[]> snapshotBefore(long seq);
}

package org.threefold.needs.look;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.threefold.messaging.Contended;

/**
 * The book of looks: one chain for the county, in which every link carries the hash of the one
 * before it. There is nothing here that changes or removes one.
 */
@Service
public class Looks {

  /** So often another process may be first to write the next link. */
  private static final int MAX_LOST = 32;

  private final LookStore store;
  private @Nullable Look last;

  Looks(LookStore store) {
    this.store = store;
  }

  /**
   * Writes it down; only what was written down may be done.
   *
   * @throws org.threefold.messaging.StoreUnavailable if it cannot be
   */
  public synchronized void record(Looking looking) {
    if (last == null) {
      catchUp();
    }
    for (int lost = 0; lost < MAX_LOST; lost++) {
      Look next = Look.after(last, looking);
      if (store.add(next)) {
        last = next;
        return;
      }
      catchUp();
    }
    throw new Contended("Looks are written too often by others");
  }

  /** The newest looks at a resident, the newest first. */
  public List<Looking> at(String resident, int limit) {
    return store.at(resident, limit).stream().map(Look::looking).toList();
  }

  /**
   * What came of checking the chain.
   *
   * @param looks how many links there are
   * @param head the hash of the last one; worth writing down elsewhere, for a chain that was cut
   *     short at its end is still a chain
   * @param brokenAt the first link that is not what was written, or does not follow the one before
   */
  public record Proof(long looks, String head, @Nullable Long brokenAt) {}

  /** Reads the chain from its first link. */
  public Proof check() {
    Look before = null;
    while (true) {
      List<Look> block = store.read(after(before));
      for (Look it : block) {
        if (!it.follows(before)) {
          return proof(before, it.seq());
        }
        before = it;
      }
      if (block.isEmpty() && !store.reaches(after(before))) {
        return proof(before, null);
      }
      if (block.isEmpty() && store.find(after(before)).isEmpty()) {
        return proof(before, after(before)); // A hole is a break, too.
      }
    }
  }

  private static long after(@Nullable Look last) {
    return last == null ? 1 : last.seq() + 1;
  }

  private static Proof proof(@Nullable Look last, @Nullable Long brokenAt) {
    return last == null
        ? new Proof(0, Look.BEGINNING, brokenAt)
        : new Proof(last.seq(), last.hash(), brokenAt);
  }

  /** Goes on from what others have written meanwhile; at first, from the end of the chain. */
  private void catchUp() {
    if (last == null) {
      last = store.last().orElse(null);
    }
    Optional<Look> next = store.find(after(last));
    while (next.isPresent()) {
      last = next.get();
      next = store.find(after(last));
    }
  }
}

package org.threefold.funds.journal;

import java.util.Optional;

/**
 * Checks a journal from its first entry on: every entry hashed again, every posting added again.
 * Balances are never taken on trust.
 */
public final class Proof {

  /**
   * Where a journal first differs from what was written.
   *
   * @param seq the entry that is wrong, or missing
   * @param reason what is wrong with it
   */
  public record Fault(long seq, String reason) {}

  private final Accounts accounts = new Accounts();
  private long seq;
  private String hash = Chain.GENESIS;

  /** Checks the next entry; after a fault, the rest proves nothing. */
  public Optional<Fault> next(Entry entry) {
    Optional<Fault> fault = check(entry, seq, hash);
    if (fault.isEmpty()) {
      entry.decisions().forEach(decided -> decided.postings().forEach(accounts::post));
      seq = entry.seq();
      hash = entry.hash();
    }
    return fault;
  }

  /** What the postings so far add up to. */
  public Accounts accounts() {
    return accounts;
  }

  /** The last entry that was checked. */
  public long seq() {
    return seq;
  }

  static Optional<Fault> check(Entry entry, long after, String prevHash) {
    if (entry.seq() != after + 1) {
      return Optional.of(new Fault(after + 1, "it is missing, " + entry.seq() + " follows"));
    }
    if (!entry.prevHash().equals(prevHash)) {
      return Optional.of(new Fault(entry.seq(), "it is not chained to the entry before"));
    }
    if (!Chain.isWhole(entry)) {
      return Optional.of(new Fault(entry.seq(), "its content does not match its hash"));
    }
    return Optional.empty();
  }
}

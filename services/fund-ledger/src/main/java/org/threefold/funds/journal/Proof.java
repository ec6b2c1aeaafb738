package org.threefold.funds.journal;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
   * @param subject what a broken rule does not hold of, if one is broken
   */
  public record Fault(long seq, String reason, @Nullable String subject) {

    /** The entry itself is wrong, whatever it says. */
    public Fault(long seq, String reason) {
      this(seq, reason, null);
    }
  }

  /** What must hold of the books after every decision, beyond that they add up. A value. */
  public interface Rule {

    /** What does not hold, if something does not. */
    Optional<Breach> breach(Decided decided, Accounts afterwards);

    /** The rule that holds from this decision on, which may have changed what it asks for. */
    Rule after(Decided decided);
  }

  /** A rule that does not hold, and what it does not hold of, if that can be named. */
  public record Breach(String reason, @Nullable String subject) {}

  private static final Rule NONE =
      new Rule() {
        @Override
        public Optional<Breach> breach(Decided decided, Accounts afterwards) {
          return Optional.empty();
        }

        @Override
        public Rule after(Decided decided) {
          return this;
        }
      };

  private final Accounts accounts;
  private Rule rule;
  private long seq;
  private String hash;

  /** A proof that begins with the first entry and asks for nothing but the chain. */
  public Proof() {
    this(NONE);
  }

  /** A proof that begins with the first entry and asks for this rule, too. */
  public Proof(Rule rule) {
    this(rule, 0, Chain.GENESIS, Map.of());
  }

  /** A proof that goes on after this entry, on what stood on the accounts then. */
  public Proof(Rule rule, long seq, String hash, Map<String, Long> standing) {
    this.rule = rule;
    this.seq = seq;
    this.hash = hash;
    this.accounts = Accounts.of(standing);
  }

  /** Checks the next entry; after a fault it stands where it stood before. */
  public Optional<Fault> next(Entry entry) {
    Optional<Fault> fault = check(entry, seq, hash).or(() -> add(entry));
    if (fault.isEmpty()) {
      seq = entry.seq();
      hash = entry.hash();
    }
    return fault;
  }

  private Optional<Fault> add(Entry entry) {
    Accounts sheet = accounts.sheet();
    Rule now = rule;
    for (Decided decided : entry.decisions()) {
      try {
        decided.postings().forEach(sheet::post);
      } catch (ArithmeticException uncountable) {
        return Optional.of(
            new Fault(entry.seq(), "it moves more than can be counted: " + decided.cause()));
      }
      now = now.after(decided);
      Optional<Breach> breach = now.breach(decided, sheet);
      if (breach.isPresent()) {
        return breach.map(it -> new Fault(entry.seq(), it.reason(), it.subject()));
      }
    }
    entry.decisions().forEach(decided -> decided.postings().forEach(accounts::post));
    rule = now;
    return Optional.empty();
  }

  /** What the postings so far add up to. */
  public Accounts accounts() {
    return accounts;
  }

  /** The rule as it is after the last entry that was checked. */
  public Rule rule() {
    return rule;
  }

  /** The last entry that was checked. */
  public long seq() {
    return seq;
  }

  /** The hash of the last entry that was checked. */
  public String hash() {
    return hash;
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

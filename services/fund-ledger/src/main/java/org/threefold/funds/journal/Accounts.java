package org.threefold.funds.journal;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What stands on each account, in fen: the sum of all postings, and never anything else.
 *
 * <p>Money that came in from outside leaves the account it came from below zero, so that all
 * accounts together are always zero (the trial balance).
 */
public final class Accounts {

  private final Map<String, Long> own = new HashMap<>();
  private final @Nullable Accounts base;

  /** No account has anything. */
  public Accounts() {
    this(null);
  }

  private Accounts(@Nullable Accounts base) {
    this.base = base;
  }

  /** Accounts on which this stands already. */
  public static Accounts of(Map<String, Long> standing) {
    Accounts accounts = new Accounts();
    accounts.own.putAll(standing);
    return accounts;
  }

  /** A sheet laid over these accounts: what is posted on it does not show below. */
  public Accounts sheet() {
    return new Accounts(this);
  }

  /** What stands on the account; 0 if nothing was ever posted. */
  public long on(String account) {
    Long standing = own.get(account);
    if (standing != null) {
      return standing;
    }
    return base == null ? 0 : base.on(account);
  }

  /**
   * Moves the money.
   *
   * @throws ArithmeticException if an account would hold more than can be counted; nothing has
   *     moved then
   */
  public void post(Posting posting) {
    long from = Math.subtractExact(on(posting.from()), posting.amount().fen());
    long to = Math.addExact(on(posting.to()), posting.amount().fen());
    own.put(posting.from(), from);
    own.put(posting.to(), to);
  }

  /** The sum over all accounts: zero, or the books are wrong. */
  public long trialBalance() {
    // On the way to zero the sum may be more than a long can count.
    return own.values().stream()
        .map(BigInteger::valueOf)
        .reduce(BigInteger.ZERO, BigInteger::add)
        .longValueExact();
  }

  /** What stands on each account that was ever posted to, in the order of their names. */
  public SortedMap<String, Long> standing() {
    return new TreeMap<>(own);
  }
}

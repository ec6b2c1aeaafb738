package org.threefold.funds.ledger;

import org.threefold.events.FundId;

/**
 * The six accounts of a fund (domain §3.4.2).
 *
 * <p>{@link #RECEIVED} and {@link #REFUNDED} are where money comes from, so they stand below zero;
 * the other four are where it is. Together they are always zero: that is R + F = A + H + C + D.
 */
public enum Pot {
  RECEIVED,
  AVAILABLE,
  HELD,
  COMMITTED,
  DISBURSED,
  REFUNDED;

  /** No fund id has a slash in it. */
  private static final char SEPARATOR = '/';

  /** The name of this account of the fund: {@code F-2026-CA_ELDERLY-01/HELD}. */
  public String of(FundId fund) {
    return fund.value() + SEPARATOR + name();
  }

  /** The fund an account belongs to. */
  public static FundId fundOf(String account) {
    return new FundId(account.substring(0, account.indexOf(SEPARATOR)));
  }

  /** Which of the accounts of its fund it is. */
  public static Pot potOf(String account) {
    return valueOf(account.substring(account.indexOf(SEPARATOR) + 1));
  }
}

package org.threefold.funds.journal;

/** Money moves from one account to another: that is all a ledger ever does. */
public record Posting(String from, String to, Money amount) {

  public Posting {
    if (from.equals(to)) {
      throw new IllegalArgumentException("A posting moves money: " + from + " is both ends");
    }
    if (amount.equals(Money.NONE)) {
      throw new IllegalArgumentException("A posting moves money: the amount is zero");
    }
  }
}

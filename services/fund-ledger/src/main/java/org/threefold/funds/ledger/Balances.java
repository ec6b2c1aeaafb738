package org.threefold.funds.ledger;

import org.threefold.events.FundEvent.FundBalanceChanged;
import org.threefold.events.FundId;
import org.threefold.funds.journal.Accounts;

/** What stands on a fund, in fen: R, H, C, D, F and A of domain §3.4.2. */
record Balances(
    long receivedFen,
    long heldFen,
    long committedFen,
    long disbursedFen,
    long refundedFen,
    long availableFen) {

  static Balances of(FundId fund, Accounts accounts) {
    return new Balances(
        -accounts.on(Pot.RECEIVED.of(fund)),
        accounts.on(Pot.HELD.of(fund)),
        accounts.on(Pot.COMMITTED.of(fund)),
        accounts.on(Pot.DISBURSED.of(fund)),
        -accounts.on(Pot.REFUNDED.of(fund)),
        accounts.on(Pot.AVAILABLE.of(fund)));
  }

  /**
   * H, C ≥ 0, D ≥ F ≥ 0 and R + F = A + H + C + D; and A ≥ 0, except on a fund that is frozen
   * because the bank took money back.
   */
  boolean hold(boolean isFrozen) {
    try {
      return (availableFen >= 0 || isFrozen)
          && heldFen >= 0
          && committedFen >= 0
          && refundedFen >= 0
          && disbursedFen >= refundedFen
          && Math.addExact(receivedFen, refundedFen)
              == Math.addExact(
                  Math.addExact(availableFen, heldFen), Math.addExact(committedFen, disbursedFen));
    } catch (ArithmeticException uncountable) {
      return false;
    }
  }

  FundBalanceChanged said(FundId fund) {
    return new FundBalanceChanged(
        fund, receivedFen, heldFen, committedFen, disbursedFen, refundedFen, availableFen);
  }
}

package org.threefold.funds.ledger;

import java.util.function.ToLongFunction;
import org.threefold.events.FundEvent.FundBalanceChanged;
import org.threefold.events.FundId;
import org.threefold.funds.journal.Accounts;

/**
 * What stands on a fund, in fen: R, H, C, D, F and A of domain §3.4.2; on several funds, or of one
 * project, likewise.
 */
public record Balances(
    long receivedFen,
    long heldFen,
    long committedFen,
    long disbursedFen,
    long refundedFen,
    long availableFen) {

  /** What stands on the accounts of this fund. */
  public static Balances of(FundId fund, Accounts accounts) {
    return of(pot -> accounts.on(pot.of(fund)));
  }

  /** What stands on six accounts. */
  public static Balances of(ToLongFunction<Pot> on) {
    return new Balances(
        -on.applyAsLong(Pot.RECEIVED),
        on.applyAsLong(Pot.HELD),
        on.applyAsLong(Pot.COMMITTED),
        on.applyAsLong(Pot.DISBURSED),
        -on.applyAsLong(Pot.REFUNDED),
        on.applyAsLong(Pot.AVAILABLE));
  }

  /** What the county was told. */
  public static Balances of(FundBalanceChanged said) {
    return new Balances(
        said.receivedFen(),
        said.heldFen(),
        said.committedFen(),
        said.disbursedFen(),
        said.refundedFen(),
        said.availableFen());
  }

  /**
   * H, C ≥ 0, D ≥ F ≥ 0 and R + F = A + H + C + D; and A ≥ 0, except on a fund that is frozen
   * because the bank took money back.
   */
  public boolean hold(boolean isFrozen) {
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

package org.threefold.oversight.fund;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.threefold.events.FundEvent;
import org.threefold.events.FundEvent.FeeCollected;
import org.threefold.events.FundEvent.FeeRefunded;
import org.threefold.events.FundEvent.FundAllocationRecorded;
import org.threefold.events.FundEvent.FundBalanceChanged;
import org.threefold.events.FundEvent.FundContributionReceived;
import org.threefold.events.FundEvent.FundContributionReversed;
import org.threefold.events.FundEvent.FundFrozen;
import org.threefold.events.FundEvent.FundOpened;
import org.threefold.events.FundEvent.FundUnfrozen;
import org.threefold.events.FundEvent.FundYearClosed;
import org.threefold.events.FundEvent.LeverageRecorded;
import org.threefold.events.FundEvent.MicroFundDonationReceived;
import org.threefold.events.FundEvent.MicroFundEnded;
import org.threefold.events.FundEvent.MicroFundEstablished;
import org.threefold.events.FundEvent.MicroFundFellDormant;
import org.threefold.events.FundEvent.MicroFundGrantApproved;
import org.threefold.events.FundEvent.MicroFundStatementPublished;
import org.threefold.events.FundType;
import org.threefold.oversight.place.Where;

/** The row of one fund: what it is, and what stands on it. */
public record Fund(
    String fund,
    String name,
    @Nullable FundType type,
    int fiscalYear,
    Where where,
    @Nullable State state,
    Balance balance,
    Instant changedAt) {

  /** Whether its money can move; null on a row that was written before this was kept. */
  public enum State {
    OPEN,
    FROZEN,
    CLOSED
  }

  /** The row after one more fact; total, for facts are not up for debate. */
  static Fund after(@Nullable Fund before, FundEvent.OfFund event, Instant at) {
    String id = event.fund().value();
    Fund row =
        before != null
            ? before
            : new Fund(id, id, null, 0, new Where("", "", ""), null, Balance.NONE, at);
    return switch (event) {
      case FundOpened it ->
          new Fund(
              id,
              it.name(),
              it.type(),
              it.fiscalYear(),
              Where.of(it.division()),
              State.OPEN,
              row.balance(),
              at);
      case FundContributionReceived _, FundContributionReversed _ -> row; // The balance follows.
      case FundAllocationRecorded _, LeverageRecorded _ -> row; // They move nothing.
      case FundFrozen _ -> row.in(State.FROZEN, at);
      case FundUnfrozen _ -> row.in(State.OPEN, at);
      case FundYearClosed _ -> row.in(State.CLOSED, at);
      case MicroFundDonationReceived _, MicroFundGrantApproved _ -> row; // The balance follows.
      case FeeCollected _, FeeRefunded _ -> row; // The balance follows.
      case MicroFundEnded _ -> row.in(State.CLOSED, at);
      case MicroFundEstablished _, MicroFundStatementPublished _, MicroFundFellDormant _ ->
          row; // They move nothing.
      case FundBalanceChanged it ->
          new Fund(id, row.name, row.type, row.fiscalYear, row.where, row.state, balance(it), at);
    };
  }

  private Fund in(State next, Instant at) {
    return new Fund(fund, name, type, fiscalYear, where, next, balance, at);
  }

  /** A frozen fund from which the bank took money back may be short; every other may not. */
  boolean holds() {
    return state == State.FROZEN ? balance.addsUp() : balance.holds();
  }

  private static Balance balance(FundBalanceChanged it) {
    return new Balance(
        it.receivedFen(),
        it.heldFen(),
        it.committedFen(),
        it.disbursedFen(),
        it.refundedFen(),
        it.availableFen());
  }
}

package org.threefold.oversight.fund;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.threefold.events.FundEvent;
import org.threefold.events.FundEvent.FundAllocationRecorded;
import org.threefold.events.FundEvent.FundBalanceChanged;
import org.threefold.events.FundEvent.FundContributionReceived;
import org.threefold.events.FundEvent.FundContributionReversed;
import org.threefold.events.FundEvent.FundFrozen;
import org.threefold.events.FundEvent.FundOpened;
import org.threefold.events.FundEvent.FundUnfrozen;
import org.threefold.events.FundEvent.FundYearClosed;
import org.threefold.events.FundType;
import org.threefold.oversight.place.Where;

/** The row of one fund: what it is, and what stands on it. */
public record Fund(
    String fund,
    String name,
    @Nullable FundType type,
    int fiscalYear,
    Where where,
    Balance balance,
    Instant changedAt) {

  /** The row after one more fact; total, for facts are not up for debate. */
  static Fund after(@Nullable Fund before, FundEvent.OfFund event, Instant at) {
    String id = event.fund().value();
    Fund row =
        before != null
            ? before
            : new Fund(id, id, null, 0, new Where("", "", ""), Balance.NONE, at);
    return switch (event) {
      case FundOpened it ->
          new Fund(
              id,
              it.name(),
              it.type(),
              it.fiscalYear(),
              Where.of(it.division()),
              row.balance(),
              at);
      case FundContributionReceived _, FundContributionReversed _, FundYearClosed _ ->
          row; // The balance follows.
      case FundAllocationRecorded _ -> row; // It moves nothing.
      case FundFrozen _, FundUnfrozen _ -> row; // What stands on it stands.
      case FundBalanceChanged it ->
          new Fund(id, row.name, row.type, row.fiscalYear, row.where, balance(it), at);
    };
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

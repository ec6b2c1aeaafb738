package org.threefold.funds.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.events.ClientGroup;
import org.threefold.events.DeptCode;
import org.threefold.events.DivisionCode;
import org.threefold.events.FundId;
import org.threefold.events.FundType;
import org.threefold.events.PayerKind;
import org.threefold.events.Purpose;
import org.threefold.events.Stream;

/** What the ledger can be asked to do with a fund. */
sealed interface FundCommand extends LedgerCommand {

  /** Which fund, or null for one that is yet to get its id. */
  @Nullable FundId fund();

  /** The stream whose version the caller may expect. */
  default @Nullable Stream subject() {
    FundId fund = fund();
    return fund == null || this instanceof OpenFund ? null : new Stream("fund", fund.value());
  }

  /**
   * Opens a fund; without an id it gets the next of its year and type, without lists those of its
   * type.
   */
  record OpenFund(
      @Nullable FundId fund,
      String name,
      FundType type,
      DeptCode owner,
      int fiscalYear,
      DivisionCode division,
      @Nullable List<Purpose> purposes,
      @Nullable List<ClientGroup> groups)
      implements FundCommand {}

  /** Money came in. */
  record Contribute(FundId fund, long amountFen, PayerKind payer, String ref)
      implements FundCommand {}
}

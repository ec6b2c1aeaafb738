package org.threefold.funds.ledger;

import java.util.List;
import org.threefold.events.ClientGroup;
import org.threefold.events.DeptCode;
import org.threefold.events.DivisionCode;
import org.threefold.events.FundId;
import org.threefold.events.FundType;
import org.threefold.events.Purpose;
import org.threefold.funds.journal.Accounts;

/**
 * A fund as it is shown: what it is for, and what stands on it (R, H, C, D, F, A of domain §3.4.2).
 */
record FundView(
    FundId id,
    String name,
    FundType type,
    DeptCode owner,
    int fiscalYear,
    DivisionCode division,
    List<Purpose> purposes,
    List<ClientGroup> groups,
    Fund.Status status,
    long receivedFen,
    long heldFen,
    long committedFen,
    long disbursedFen,
    long refundedFen,
    long availableFen) {

  static FundView of(Fund fund, Accounts accounts) {
    Balances balances = Balances.of(fund.id(), accounts);
    return new FundView(
        fund.id(),
        fund.name(),
        fund.type(),
        fund.owner(),
        fund.fiscalYear(),
        fund.division(),
        fund.purposes(),
        fund.groups(),
        fund.status(),
        balances.receivedFen(),
        balances.heldFen(),
        balances.committedFen(),
        balances.disbursedFen(),
        balances.refundedFen(),
        balances.availableFen());
  }
}

package org.threefold.funds.ledger;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.threefold.access.Role;
import org.threefold.events.ClientGroup;
import org.threefold.events.CostCode;
import org.threefold.events.DeptCode;
import org.threefold.events.DivisionCode;
import org.threefold.events.FundId;
import org.threefold.events.FundType;
import org.threefold.events.ProgrammeId;
import org.threefold.events.Purpose;
import org.threefold.events.SourceId;
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
    @Nullable SourceId source,
    List<DivisionCode> divisions,
    Set<CostCode> prohibited,
    Fund.Status status,
    @Nullable Pending agreement,
    long receivedFen,
    long heldFen,
    long committedFen,
    long disbursedFen,
    long refundedFen,
    long availableFen,
    @Nullable ProgrammeId programme) {

  /** What one side has agreed to, as which side; the other has yet to ask for the same. */
  record Pending(String terms, Role by) {

    static @Nullable Pending of(@Nullable Agreement it) {
      return it == null ? null : new Pending(it.terms(), it.role());
    }
  }

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
        fund.source(),
        fund.divisions(),
        fund.prohibited(),
        fund.status(),
        Pending.of(fund.agreement()),
        balances.receivedFen(),
        balances.heldFen(),
        balances.committedFen(),
        balances.disbursedFen(),
        balances.refundedFen(),
        balances.availableFen(),
        fund.programme());
  }
}

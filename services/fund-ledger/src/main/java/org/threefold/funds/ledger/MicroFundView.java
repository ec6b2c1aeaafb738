package org.threefold.funds.ledger;

import java.util.ArrayList;
import java.util.List;
import org.threefold.events.DivisionCode;
import org.threefold.events.FundId;
import org.threefold.funds.journal.Accounts;
import org.threefold.funds.ledger.MicroYears.MicroYear;

/**
 * A micro-fund as it is shown.
 *
 * @param statementDue the first year without a published statement, over or not
 */
record MicroFundView(
    FundId fund,
    String name,
    DivisionCode division,
    MicroFund.State state,
    Charter charter,
    long availableFen,
    int grants,
    long grantedFen,
    List<Statement> statements,
    int statementDue) {

  /** What came in and went out in a year that is over, and what was left. */
  record Statement(int year, long inFen, long outFen, long balanceFen, boolean published) {}

  static MicroFundView of(MicroFund micro, Fund fund, Accounts accounts) {
    MicroYears years = micro.years();
    List<Statement> statements = new ArrayList<>();
    for (MicroYear it : years.over()) {
      boolean published = statements.size() < years.published();
      statements.add(new Statement(it.year(), it.inFen(), it.outFen(), it.balanceFen(), published));
    }
    return new MicroFundView(
        fund.id(),
        fund.name(),
        fund.division(),
        micro.state(),
        micro.charter(),
        Balances.of(fund.id(), accounts).availableFen(),
        micro.grants(),
        micro.grantedFen(),
        statements,
        years.firstUnstated());
  }
}

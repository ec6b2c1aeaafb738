package org.threefold.funds.ledger;

import java.util.List;
import org.threefold.events.CostCode;
import org.threefold.events.DivisionCode;
import org.threefold.events.FundId;
import org.threefold.events.Purpose;

/** What a project asks for: so much of each of several funds, all or nothing. */
record Plan(int version, List<Line> lines, long totalFen, DivisionCode division) {

  /** So much of one fund, for a purpose and a cost. */
  record Line(FundId fund, long amountFen, Purpose purpose, CostCode costCode) {}

  Plan {
    lines = List.copyOf(lines);
  }
}

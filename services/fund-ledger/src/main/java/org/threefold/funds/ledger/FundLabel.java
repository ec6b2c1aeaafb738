package org.threefold.funds.ledger;

import org.jspecify.annotations.Nullable;
import org.threefold.events.DeptCode;
import org.threefold.events.FundId;
import org.threefold.events.FundType;
import org.threefold.events.SourceId;

/** What funds are told apart by. */
public record FundLabel(
    FundId id,
    String name,
    FundType type,
    DeptCode owner,
    int fiscalYear,
    @Nullable SourceId source) {

  static FundLabel of(Fund fund) {
    return new FundLabel(
        fund.id(), fund.name(), fund.type(), fund.owner(), fund.fiscalYear(), fund.source());
  }
}

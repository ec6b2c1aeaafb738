package org.threefold.funds.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.access.Refused;
import org.threefold.events.FundId;
import org.threefold.events.ProgrammeId;
import org.threefold.events.ProgrammeState;
import org.threefold.funds.journal.Accounts;
import org.threefold.funds.ledger.Fees.Fee;

/**
 * How far a low-fee programme carries itself.
 *
 * @param state null if nothing was heard of the programme yet
 * @param uses for how many uses fees were paid
 * @param feesFen what users paid, without what the bank took back
 * @param spentFen what the fund paid for projects and did not get back, of fees or of anything else
 * @param surplusFen fees, less refunds, less what was spent: it stays with the programme; below
 *     zero if other money paid more than the fees could
 * @param costRecovery fees that were kept by what was spent; null while nothing was
 */
record FeeView(
    FundId fund,
    ProgrammeId programme,
    @Nullable ProgrammeState state,
    long uses,
    long feesFen,
    long refundsFen,
    long spentFen,
    long surplusFen,
    @Nullable BigDecimal costRecovery) {

  private static final int DECIMALS = 4;

  static FeeView of(Fund fund, FundBook book, Accounts accounts) {
    ProgrammeId programme = fund.programme();
    if (programme == null) {
      throw new Refused("FUND-052", fund.id());
    }
    List<Fee> fees = book.fees().of(fund.id()).toList();
    long feesFen = fees.stream().mapToLong(fee -> paidFen(fee, book)).sum();
    long refundsFen = fees.stream().mapToLong(Fee::refundedFen).sum();
    Balances balances = Balances.of(fund.id(), accounts);
    long spentFen = balances.disbursedFen() - balances.refundedFen();
    long keptFen = feesFen - refundsFen;
    return new FeeView(
        fund.id(),
        programme,
        book.fees().stateOf(programme),
        fees.stream().mapToLong(Fee::count).sum(),
        feesFen,
        refundsFen,
        spentFen,
        keptFen - spentFen,
        spentFen == 0
            ? null
            : BigDecimal.valueOf(keptFen)
                .divide(BigDecimal.valueOf(spentFen), DECIMALS, RoundingMode.HALF_UP));
  }

  /** Of a receipt the bank took back, only what had been given back before was ever paid. */
  private static long paidFen(Fee fee, FundBook book) {
    boolean isTakenBack =
        fee.leftFen() > 0
            && book.receipts().find(fee.fund(), fee.ref()).filter(it -> it.reversed()).isPresent();
    return isTakenBack ? fee.refundedFen() : fee.amountFen();
  }
}

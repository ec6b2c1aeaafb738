package org.threefold.funds.statement;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.threefold.events.FundId;
import org.threefold.funds.journal.Accounts;
import org.threefold.funds.journal.Standing;
import org.threefold.funds.ledger.Balances;
import org.threefold.funds.ledger.Pot;

/**
 * All accounts of the county side by side: together they are zero, and so are those of each fund.
 * Amounts are fen, as they stand on the accounts: where money comes from stands below zero.
 *
 * @param seq the last entry that is counted
 * @param totalFen the sum of all accounts of all funds: always zero
 * @param accounts the sum of each account over all funds
 * @param funds a page of the funds, each with the sum of its accounts: always zero
 * @param next to ask for the funds after these, or null if there are no more
 */
record TrialBalance(
    long seq, long totalFen, Map<Pot, Long> accounts, List<OfFund> funds, @Nullable String next) {

  /** The accounts of one fund. */
  record OfFund(FundId fund, Balances balances, long totalFen) {
    static OfFund of(FundId fund, Accounts accounts, long totalFen) {
      return new OfFund(fund, Balances.of(fund, accounts), totalFen);
    }
  }

  static TrialBalance of(Standing<?> now, @Nullable String after, int limit) {
    Map<Pot, Long> accounts = new EnumMap<>(Pot.class);
    Map<String, Long> totals = new TreeMap<>();
    now.accounts()
        .standing()
        .forEach((account, fen) -> {
          accounts.merge(Pot.potOf(account), fen, Math::addExact);
          totals.merge(Pot.fundOf(account).value(), fen, Math::addExact);
        });
    List<OfFund> page =
        totals.entrySet().stream()
            .filter(it -> after == null || it.getKey().compareTo(after) > 0)
            .limit(limit + 1L)
            .map(it -> OfFund.of(new FundId(it.getKey()), now.accounts(), it.getValue()))
            .toList();
    boolean isCut = page.size() > limit;
    return new TrialBalance(
        now.seq(),
        now.accounts().trialBalance(),
        accounts,
        isCut ? page.subList(0, limit) : page,
        isCut ? page.get(limit - 1).fund().value() : null);
  }
}

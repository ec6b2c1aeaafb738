package org.threefold.funds.statement;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.funds.ledger.Balances;
import org.threefold.funds.ledger.Pot;

/**
 * A statement as JSON, with a page of its lines; amounts are fen.
 *
 * @param of the fund, project or selection
 * @param afterSeq the last entry that is counted in the opening balances
 * @param upToSeq the last entry that is counted in the closing balances
 * @param trialBalanceFen always zero
 * @param next to ask for the postings after these, or null if there are no more
 */
record StatementView(
    String of,
    String title,
    LocalDate from,
    LocalDate to,
    long afterSeq,
    long upToSeq,
    Balances opening,
    Balances closing,
    List<Total> totals,
    long trialBalanceFen,
    List<Line> postings,
    @Nullable Long next) {

  /** What went one way in all. */
  record Total(Pot from, Pot to, long count, BigInteger totalFen) {}

  static StatementView of(Statement statement, Period period, long after, int limit) {
    LinePage page = statement.page(after, limit);
    return new StatementView(
        statement.selection().name(),
        statement.selection().title(),
        period.from(),
        period.to(),
        statement.after(),
        statement.upTo(),
        statement.opening(),
        statement.closing(),
        statement.totals().stream()
            .map(it -> new Total(it.from(), it.to(), it.count(), it.fen()))
            .toList(),
        statement.trialBalanceFen(),
        page.postings(),
        page.next());
  }
}

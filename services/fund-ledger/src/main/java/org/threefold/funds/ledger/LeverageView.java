package org.threefold.funds.ledger;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.threefold.access.Actor;
import org.threefold.events.FundType;
import org.threefold.funds.journal.Accounts;
import org.threefold.funds.ledger.Leverages.Leverage;
import org.threefold.funds.ledger.Receipts.Receipt;

/**
 * What was drawn in for the funds of a year; the two ways to read "300,000 and more" side by side
 * (domain E04).
 *
 * @param leveragedFen the headline: other departments' money that came in because of ours, without
 *     what the bank took back
 * @param pooledFen that, and all that came into the pilot and special funds of the year
 * @param labelZh says which is which
 * @param labelEn says which is which
 */
record LeverageView(int year, long leveragedFen, long pooledFen, String labelZh, String labelEn) {

  private static final Set<FundType> POOLED = Set.of(FundType.PILOT, FundType.SPECIAL);

  static LeverageView of(int year, Actor actor, FundBook book, Accounts accounts) {
    Predicate<Fund> counts = fund -> fund.fiscalYear() == year && Sight.sees(actor, fund);
    List<Leverage> leverages =
        book.leverages()
            .all()
            .filter(it -> counts.test(book.get(it.fund())))
            .filter(it ->
                book.receipts().find(it.fund(), it.ref()).filter(LeverageView::stands).isPresent())
            .toList();
    long leveragedFen = leverages.stream().mapToLong(Leverage::fen).reduce(0, Math::addExact);
    long pooledFen =
        book.fundsAfter(null).stream()
            .filter(counts)
            .filter(fund -> POOLED.contains(fund.type()))
            .mapToLong(fund -> receivedFen(fund, accounts))
            .reduce(leveragedFen, Math::addExact);
    return new LeverageView(
        year,
        leveragedFen,
        pooledFen,
        "leveragedFen：撬动的其他部门资金；pooledFen：整合资金总额（试点资金、专项资金加撬动部分）",
        "leveragedFen: other departments' money drawn in; pooledFen: the pooled total (pilot and"
            + " special money, and what was drawn in)");
  }

  private static boolean stands(Receipt receipt) {
    return !receipt.reversed();
  }

  private static long receivedFen(Fund fund, Accounts accounts) {
    return Balances.of(fund.id(), accounts).receivedFen();
  }
}

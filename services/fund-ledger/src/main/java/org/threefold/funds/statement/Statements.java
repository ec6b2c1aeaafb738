package org.threefold.funds.statement;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.threefold.funds.journal.JournalStore;
import org.threefold.funds.ledger.Balances;
import org.threefold.funds.ledger.FundLabel;
import org.threefold.funds.ledger.Ledger;

/** Answers what stood, what moved and what stands. */
@Component
class Statements {

  private final Cards cards;
  private final JournalStore journal;
  private final Ledger ledger;

  Statements(Cards cards, JournalStore journal, Ledger ledger) {
    this.cards = cards;
    this.journal = journal;
    this.ledger = ledger;
  }

  /** The statement of a selection over a period. */
  Statement of(Selection selection, Period period) {
    Shelf shelf = cards.of(selection);
    return new Statement(
        journal,
        selection,
        shelf,
        shelf.lastBefore(period.start()),
        shelf.lastBefore(period.end()));
  }

  /** All postings of the fund after an entry. */
  LinePage postings(FundLabel fund, long after, int limit) {
    Selection selection = Selection.OfFunds.one(fund);
    Shelf shelf = cards.of(selection);
    return new Statement(journal, selection, shelf, 0, Long.MAX_VALUE).page(after, limit);
  }

  /** What stood on the fund when all entries written up to this time were written. */
  BalanceView balances(FundLabel fund, @Nullable Instant at) {
    if (at == null) {
      return ledger.look(now ->
          new BalanceView(fund.id(), null, now.seq(), Balances.of(fund.id(), now.accounts())));
    }
    Shelf shelf = cards.of(Selection.OfFunds.one(fund));
    // Entries carry whole milliseconds.
    long seq = shelf.lastBefore(at.truncatedTo(ChronoUnit.MILLIS).plusMillis(1));
    return new BalanceView(fund.id(), at, seq, shelf.upTo(seq).balances());
  }

  /** All accounts side by side. */
  TrialBalance trialBalance(@Nullable String after, int limit) {
    return ledger.look(now -> TrialBalance.of(now, after, limit));
  }
}

package org.threefold.funds.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.funds.journal.Decided;
import org.threefold.funds.journal.Entry;
import org.threefold.funds.journal.Posting;

/**
 * A posting as it is shown.
 *
 * @param seq the entry of the journal it stands in
 * @param cause what led to it
 * @param by role and unit that decided
 */
record PostingView(
    long seq, Instant at, String cause, String by, Pot from, Pot to, long amountFen) {

  /**
   * Some postings of one fund.
   *
   * @param next to ask for the postings after these, or null if there are no more
   */
  record Page(List<PostingView> postings, @Nullable Long next) {}

  static PostingView of(Entry entry, Decided decided, Posting posting) {
    return new PostingView(
        entry.seq(),
        decided.at(),
        decided.cause(),
        decided.actor(),
        Pot.potOf(posting.from()),
        Pot.potOf(posting.to()),
        posting.amount().fen());
  }
}

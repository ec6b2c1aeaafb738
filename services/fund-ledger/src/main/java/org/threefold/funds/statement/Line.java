package org.threefold.funds.statement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.threefold.events.FundId;
import org.threefold.events.ProjectId;
import org.threefold.funds.journal.Decided;
import org.threefold.funds.journal.Entry;
import org.threefold.funds.journal.Posting;
import org.threefold.funds.ledger.Balances;
import org.threefold.funds.ledger.Pot;

/**
 * A posting as it is shown.
 *
 * @param seq the entry of the journal it stands in
 * @param at when that entry was written: the time that counts
 * @param decidedAt when it was asked for, a moment before
 * @param cause what led to it
 * @param by role and unit that decided
 * @param project whose money it is, if it is that of a project
 * @param balances what stands after it
 */
record Line(
    long seq,
    Instant at,
    Instant decidedAt,
    String cause,
    String by,
    @Nullable ProjectId project,
    FundId fund,
    Pot from,
    Pot to,
    long amountFen,
    Balances balances) {

  static Line of(Entry entry, Decided decided, Booked booked, Balances afterwards) {
    Posting posting = booked.posting();
    return new Line(
        entry.seq(),
        entry.at(),
        decided.at(),
        decided.cause(),
        decided.actor(),
        booked.project(),
        booked.fund(),
        Pot.potOf(posting.from()),
        Pot.potOf(posting.to()),
        posting.amount().fen(),
        afterwards);
  }
}

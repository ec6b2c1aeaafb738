package org.threefold.funds.ledger;

import java.time.Instant;
import java.util.Comparator;
import org.threefold.funds.journal.Overdue;

/** What is due without anybody asking, and since when. */
record Due(Instant at, String what, LedgerCommand command) {

  static final Comparator<Due> EARLIEST = Comparator.comparing(Due::at).thenComparing(Due::what);

  Overdue<LedgerCommand> overdue() {
    return new Overdue<>(what, command);
  }
}

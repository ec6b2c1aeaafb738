package org.threefold.funds.statement;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.threefold.funds.ledger.Balances;
import org.threefold.funds.ledger.Ledger;
import org.threefold.messaging.StoreUnavailable;

/**
 * Hands out the cards of a selection, checked against the books: cards are never the truth, and
 * those that differ from it are made again. What stands on a project is no account of the books, so
 * of a project it is only checked that every volume is there.
 */
@Component
class Cards {

  /** What stands by the books at an entry, if it can be read off the accounts. */
  private record Now(long seq, Optional<Balances> balances) {}

  private final Filing filing;
  private final CardStore store;
  private final Ledger ledger;

  Cards(Filing filing, CardStore store, Ledger ledger) {
    this.filing = filing;
    this.store = store;
    this.ledger = ledger;
  }

  /**
   * All cards of the selection, up to an entry that is the last one now, or later.
   *
   * @throws org.threefold.messaging.Busy while cards are made again
   */
  Shelf of(Selection selection) {
    try {
      return checked(selection);
    } catch (CardsLost lost) {
      filing.startOver();
    }
    try {
      return checked(selection);
    } catch (CardsLost lost) {
      throw new StoreUnavailable("The cards do not agree with the books", lost);
    }
  }

  private Shelf checked(Selection selection) {
    Now now = ledger.look(books -> new Now(books.seq(), selection.balances(books.accounts())));
    Shelf shelf =
        Shelf.of(
            store,
            selection,
            filing.look(now.seq(), it -> Shelf.Part.of(it, selection)),
            filing::startOver);
    if (now.balances().isPresent()
        && !shelf.upTo(now.seq()).balances().equals(now.balances().get())) {
      throw new CardsLost("The cards of " + selection.name() + " do not add up");
    }
    return shelf;
  }
}

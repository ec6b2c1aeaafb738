package org.threefold.funds.statement;

import java.math.BigInteger;
import org.threefold.funds.journal.Posting;
import org.threefold.funds.ledger.Pot;

/**
 * So much went from one account to another, in so many postings.
 *
 * @param fen of all of them; what goes to and fro can add up to more than an account can hold
 */
record Move(Pot from, Pot to, long count, BigInteger fen) {

  static Move of(Posting posting) {
    return new Move(
        Pot.potOf(posting.from()),
        Pot.potOf(posting.to()),
        1,
        BigInteger.valueOf(posting.amount().fen()));
  }

  Move plus(Move other) {
    return new Move(from, to, count + other.count, fen.add(other.fen));
  }

  Move minus(Move other) {
    return new Move(from, to, count - other.count, fen.subtract(other.fen));
  }
}

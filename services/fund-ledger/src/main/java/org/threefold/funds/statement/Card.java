package org.threefold.funds.statement;

import java.util.List;
import org.threefold.events.Stream;

/**
 * What one volume of the journal says of one fund or project.
 *
 * @param subject the fund or funding
 * @param volume which volume
 * @param totals all that moved; empty if only the touches were asked for
 * @param touches the same by entry, in order; empty if only the totals were asked for
 */
record Card(Stream subject, long volume, List<Move> totals, List<Touch> touches) {

  /** What one entry moved of the subject. */
  record Touch(long seq, List<Move> moves) {

    Touch {
      moves = List.copyOf(moves);
    }

    long count() {
      return moves.stream().mapToLong(Move::count).sum();
    }
  }

  Card {
    totals = List.copyOf(totals);
    touches = List.copyOf(touches);
  }
}

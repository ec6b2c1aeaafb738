package org.threefold.funds.ledger;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.threefold.events.FundEvent.FundAmount;

/**
 * What came back of a project's money, and how it ended if it ended early.
 *
 * @param terminated whether the work was ended before it was done
 * @param agreement what one side has agreed to as settlement, if the other has yet to
 * @param owedFen what the payee still has to give back
 */
record Ending(
    boolean terminated, @Nullable Agreement agreement, long owedFen, List<Refund> refunds) {

  /** Money the payee gave back under this reference, and to which funds. */
  record Refund(String ref, List<FundAmount> lines, long totalFen) {
    Refund {
      lines = List.copyOf(lines);
    }
  }

  static final Ending NONE = new Ending(false, null, 0, List.of());

  Ending {
    refunds = List.copyOf(refunds);
  }

  Ending early() {
    return new Ending(true, null, owedFen, refunds);
  }

  Ending agreed(Agreement by) {
    return new Ending(terminated, by, owedFen, refunds);
  }

  Ending owing(long fen) {
    return new Ending(terminated, null, fen, refunds);
  }

  Ending with(Refund refund) {
    List<Refund> more = Stream.concat(refunds.stream(), Stream.of(refund)).toList();
    return new Ending(terminated, agreement, Math.max(0, owedFen - refund.totalFen()), more);
  }

  long refundedFen() {
    return refunds.stream().mapToLong(Refund::totalFen).sum();
  }

  boolean knows(String ref) {
    return refunds.stream().anyMatch(it -> it.ref().equals(ref));
  }
}

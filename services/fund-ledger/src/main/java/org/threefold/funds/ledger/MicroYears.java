package org.threefold.funds.ledger;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The years of a micro-fund, each with what came in and went out, as the accounts had it when the
 * year ended.
 *
 * @param running the year that is not over
 * @param receivedFen what had come into the fund before it
 * @param spentFen what had gone out, net, before it
 * @param over the years before, earliest first
 * @param published of how many of these the statement is published: always the earliest
 */
record MicroYears(
    int running, long receivedFen, long spentFen, List<MicroYear> over, int published) {

  /**
   * A year that is over.
   *
   * @param inFen less than nothing if the bank took back more than came in
   * @param outFen less than nothing if more was given back than went out
   */
  record MicroYear(int year, long inFen, long outFen, long balanceFen) {}

  MicroYears {
    over = List.copyOf(over);
  }

  /** A fund that begins; what it has already came in in its first year. */
  static MicroYears from(int year) {
    return new MicroYears(year, 0, 0, List.of(), 0);
  }

  /** The running year as it would end now. */
  MicroYear ending(Balances now) {
    long out = spentFen(now) - spentFen;
    return new MicroYear(running, now.receivedFen() - receivedFen, out, now.availableFen());
  }

  /** The running year is over, and the next begins. */
  MicroYears after(MicroYear ended) {
    return new MicroYears(
        ended.year() + 1,
        receivedFen + ended.inFen(),
        spentFen + ended.outFen(),
        Stream.concat(over.stream(), Stream.of(ended)).toList(),
        published);
  }

  MicroYears stated() {
    return new MicroYears(running, receivedFen, spentFen, over, published + 1);
  }

  /** The year whose statement is to be published next, if it is over. */
  Optional<MicroYear> unstated() {
    return over.stream().skip(published).findFirst();
  }

  /** The first year without a statement, over or not. */
  int firstUnstated() {
    return unstated().map(MicroYear::year).orElse(running);
  }

  private static long spentFen(Balances now) {
    return now.disbursedFen() - now.refundedFen();
  }
}

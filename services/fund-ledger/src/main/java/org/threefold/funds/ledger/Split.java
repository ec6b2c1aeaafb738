package org.threefold.funds.ledger;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.threefold.events.FundEvent.FundAmount;
import org.threefold.events.FundId;

/**
 * Splits a payment over the lines of a plan to the fen: in proportion, the fen that are left to the
 * largest remainders, among equals in the order of the fund ids, and never more than a line has
 * left (domain §3.4.3).
 */
final class Split {

  /** A line that takes part: its weight, and what it can still give. */
  record Part(FundId fund, long weight, long rest) {}

  private static final class Share {
    private final Part part;
    private final BigInteger remainder;
    private long fen;

    Share(Part part, long amount, BigInteger weights) {
      BigInteger[] exact =
          BigInteger.valueOf(amount)
              .multiply(BigInteger.valueOf(part.weight()))
              .divideAndRemainder(weights);
      this.part = part;
      this.fen = Math.min(exact[0].longValueExact(), part.rest());
      this.remainder = exact[1];
    }

    /** Gives so much more if it can, and answers how much that was. */
    long give(long more) {
      long given = Math.min(more, part.rest() - fen);
      fen += given;
      return given;
    }
  }

  private Split() {}

  /**
   * The amount over the parts; parts that give nothing are left out.
   *
   * @throws IllegalArgumentException if the parts together have less left than the amount
   */
  static List<FundAmount> of(long amount, List<Part> parts) {
    BigInteger weights =
        parts.stream()
            .map(part -> BigInteger.valueOf(part.weight()))
            .reduce(BigInteger.ZERO, BigInteger::add);
    List<Share> shares = new ArrayList<>();
    long left = amount;
    for (Part part : parts) {
      Share share = new Share(part, amount, weights);
      shares.add(share);
      left -= share.fen;
    }
    shares.sort(Comparator.comparing(share -> share.part.fund().value()));
    List<Share> largestFirst = new ArrayList<>(shares);
    largestFirst.sort(Comparator.comparing((Share share) -> share.remainder).reversed());
    for (Share share : largestFirst) {
      left -= share.give(Math.min(left, 1));
    }
    // What a line without money left could not give, the others give in order.
    for (Share share : shares) {
      left -= share.give(left);
    }
    if (left != 0) {
      throw new IllegalArgumentException("The lines have " + left + " fen too little left");
    }
    return shares.stream()
        .filter(share -> share.fen > 0)
        .map(share -> new FundAmount(share.part.fund(), share.fen))
        .toList();
  }
}

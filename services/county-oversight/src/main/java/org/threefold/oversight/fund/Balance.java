package org.threefold.oversight.fund;

/**
 * What stands on a fund, in fen (domain §3.4.2): received R, held H, committed C, disbursed D,
 * refunded F, available A.
 */
public record Balance(
    long receivedFen,
    long heldFen,
    long committedFen,
    long disbursedFen,
    long refundedFen,
    long availableFen) {

  static final Balance NONE = new Balance(0, 0, 0, 0, 0, 0);

  /** Both together. */
  Balance plus(Balance other) {
    return new Balance(
        Math.addExact(receivedFen, other.receivedFen),
        Math.addExact(heldFen, other.heldFen),
        Math.addExact(committedFen, other.committedFen),
        Math.addExact(disbursedFen, other.disbursedFen),
        Math.addExact(refundedFen, other.refundedFen),
        Math.addExact(availableFen, other.availableFen));
  }

  /** Whether it adds up to the fen, and nothing is below zero. */
  boolean holds() {
    return addsUp()
        && availableFen >= 0
        && heldFen >= 0
        && committedFen >= 0
        && refundedFen >= 0
        && disbursedFen >= refundedFen;
  }

  /** R + F = A + H + C + D. */
  boolean addsUp() {
    long in = Math.addExact(receivedFen, refundedFen);
    long out =
        Math.addExact(
            Math.addExact(availableFen, heldFen), Math.addExact(committedFen, disbursedFen));
    return in == out;
  }
}

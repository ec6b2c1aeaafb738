package org.threefold.funds.journal;

/**
 * An amount of money, in whole fen (1/100 yuan), never negative.
 *
 * @param fen 0 or more
 */
public record Money(long fen) {

  /** Nothing. */
  public static final Money NONE = new Money(0);

  public Money {
    if (fen < 0) {
      throw new IllegalArgumentException("Money is never negative: " + fen);
    }
  }

  /**
   * Both together.
   *
   * @throws ArithmeticException if that is more than can be counted
   */
  public Money plus(Money other) {
    return new Money(Math.addExact(fen, other.fen));
  }

  /**
   * What is left.
   *
   * @throws IllegalArgumentException if the other is more
   */
  public Money minus(Money other) {
    return new Money(Math.subtractExact(fen, other.fen));
  }
}

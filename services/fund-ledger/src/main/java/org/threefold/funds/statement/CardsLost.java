package org.threefold.funds.statement;

/** Cards that were filed are not there any more, or do not add up; they must be made again. */
final class CardsLost extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CardsLost(String message) {
    super(message);
  }
}

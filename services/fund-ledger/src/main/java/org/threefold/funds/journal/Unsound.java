package org.threefold.funds.journal;

/**
 * A command would have broken the books: it was refused, and what it touched is closed until
 * somebody has looked.
 */
public final class Unsound extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Unsound(String message) {
    super(message);
  }
}

package org.threefold.funds.journal;

/** Another writer has written this entry first. */
final class Taken extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Taken(long seq) {
    super("Entry " + seq + " is already written");
  }
}

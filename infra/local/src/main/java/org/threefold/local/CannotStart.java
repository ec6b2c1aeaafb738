package org.threefold.local;

/** The county cannot start, and the message says what to do about it. */
public final class CannotStart extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CannotStart(String message) {
    super(message);
  }
}

package org.threefold.messaging;

/** Too much waits to be written or to be said; the client should come back later. */
public final class Busy extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Busy(String message) {
    super(message);
  }
}

package org.threefold.messaging;

/** Others kept writing the aggregate first, more often than is tried again. */
public final class Contended extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Contended(String message) {
    super(message);
  }
}

package org.threefold.messaging;

/** A request key came again with another body. */
public final class KeyReused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public KeyReused(String message) {
    super(message);
  }
}

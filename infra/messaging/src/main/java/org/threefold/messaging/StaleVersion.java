package org.threefold.messaging;

/** The aggregate has another version than the client expected. */
public final class StaleVersion extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StaleVersion(String message) {
    super(message);
  }
}

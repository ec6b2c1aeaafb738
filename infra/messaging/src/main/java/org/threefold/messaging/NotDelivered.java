package org.threefold.messaging;

/** The broker did not acknowledge what was sent. */
public final class NotDelivered extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NotDelivered(String message) {
    super(message);
  }

  public NotDelivered(String message, Throwable cause) {
    super(message, cause);
  }
}

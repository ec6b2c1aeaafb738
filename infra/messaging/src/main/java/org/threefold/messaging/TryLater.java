package org.threefold.messaging;

/** A batch cannot be handled now because something is away; it is no poison, and comes again. */
final class TryLater extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TryLater(String message, Throwable cause) {
    super(message, cause);
  }
}

package org.threefold.events;

/** Bytes on a topic that are no CloudEvent of ours, or whose data does not fit its type. */
public final class NotAFact extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotAFact(String message) {
    super(message);
  }

  NotAFact(String message, Throwable cause) {
    super(message, cause);
  }
}

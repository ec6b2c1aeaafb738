package org.threefold.events;

/**
 * Bytes on a topic that are no CloudEvent of ours, or whose data does not fit its type.
 *
 * <p>Its message says where and what is wrong, in at most 300 characters, and never repeats what
 * was received: it goes to logs and headers, where no resident's data belongs.
 */
public final class NotAFact extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_MESSAGE = 300;

  NotAFact(String message) {
    super(message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE));
  }
}

package org.threefold.funds.journal;

/** The journal is not what was written; nothing may be built on it until somebody has looked. */
public final class JournalBroken extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is wrong, and where. */
  public JournalBroken(String message) {
    super(message);
  }

  JournalBroken(String message, Throwable cause) {
    super(message, cause);
  }
}

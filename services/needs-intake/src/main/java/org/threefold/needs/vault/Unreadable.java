package org.threefold.needs.vault;

import org.jspecify.annotations.Nullable;

/** Something sealed cannot be opened: it was changed, moved, or sealed with another key. */
public final class Unreadable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Unreadable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

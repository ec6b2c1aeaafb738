package org.threefold.funds.journal;

import org.jspecify.annotations.Nullable;

/** Opens a book: an empty one, or one that was saved. */
@FunctionalInterface
public interface Books<B> {

  /** The book as {@link Book#save} left it, or an empty one if there is nothing. */
  B open(byte @Nullable [] saved);
}

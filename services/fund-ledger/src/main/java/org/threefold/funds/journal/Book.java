package org.threefold.funds.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.threefold.events.Stream;

/**
 * What a journal keeps books of, in memory: it decides commands and folds the changes that follow.
 *
 * <p>Only one thread at a time uses a book. Everything in it follows from the changes it was given,
 * in their order.
 *
 * @param <C> the commands
 * @param <H> the changes
 */
public interface Book<C, H> {

  /**
   * The stream whose version a caller may expect (If-Match), or null for a thing yet to be made.
   */
  @Nullable Stream subject(C command);

  /**
   * What follows from the command; or throws what the caller shall see, and nothing is stored.
   * Pure: reads the book and the accounts and changes neither.
   */
  Outcome<H> decide(C command, Accounts accounts);

  /** Folds a change. Total: what was decided is not up for debate. */
  void after(H change);

  /**
   * What to store instead, if this outcome would break a rule of the books that must never break.
   *
   * @param outcome about to be stored
   * @param afterwards the accounts with its postings on them
   */
  Optional<Outcome<H>> objection(Outcome<H> outcome, Accounts afterwards);

  /** The change as the journal keeps it. */
  Noted write(H change);

  /** The change from what the journal kept. */
  H read(Noted noted);

  /** Commands that are due without anybody asking, earliest first. */
  List<Overdue<C>> due(Instant now, int limit);

  /** The whole book as bytes, the same bytes for the same book. */
  byte[] save();
}

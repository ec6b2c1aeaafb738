package org.threefold.funds.journal;

import org.threefold.events.Stream;

/** The books as they stand between two entries; only to be looked at while it is handed out. */
public interface Standing<B> {

  /** The book. */
  B book();

  /** The accounts. */
  Accounts accounts();

  /** How many facts of a stream were said so far. */
  long version(Stream stream);

  /** The last entry. */
  long seq();

  /** The hash of the last entry, which stands for all before it. */
  String hash();
}

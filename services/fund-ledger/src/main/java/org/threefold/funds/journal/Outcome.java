package org.threefold.funds.journal;

import java.util.List;

/**
 * What follows from a command: one thing, stored whole or not at all.
 *
 * @param ref what came of it, so that a repeated request finds it again: an id, or nothing
 * @param changes of the books, in order
 * @param postings in order
 * @param sayings in order
 * @param <H> the changes
 */
public record Outcome<H>(
    String ref, List<H> changes, List<Posting> postings, List<Saying> sayings) {

  public Outcome {
    changes = List.copyOf(changes);
    postings = List.copyOf(postings);
    sayings = List.copyOf(sayings);
  }

  boolean isEmpty() {
    return changes.isEmpty() && postings.isEmpty() && sayings.isEmpty();
  }
}

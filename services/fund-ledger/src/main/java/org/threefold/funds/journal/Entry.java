package org.threefold.funds.journal;

import java.time.Instant;
import java.util.List;

/**
 * One insert into the journal: the commit of all the decisions in it.
 *
 * @param seq its place, from 1, without holes
 * @param at when it was made up, to the millisecond
 * @param prevHash hash of the entry before, or of the beginning
 * @param hash over all of the above, see {@link Chain}
 */
public record Entry(long seq, Instant at, List<Decided> decisions, String prevHash, String hash) {

  public Entry {
    decisions = List.copyOf(decisions);
  }
}

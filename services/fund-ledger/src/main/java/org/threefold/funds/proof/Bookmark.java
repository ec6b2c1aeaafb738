package org.threefold.funds.proof;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.threefold.events.FundId;

/**
 * How far a round of checking has come, so that the next start need not begin it anew. It saves
 * time and proves nothing: the next round begins with the first entry again.
 *
 * @param begunAt when the round began
 * @param seq the last entry that was checked
 * @param hash its hash
 * @param standing what the postings add up to, by account
 * @param frozen the funds that were frozen then
 */
record Bookmark(
    Instant begunAt, long seq, String hash, Map<String, Long> standing, Set<FundId> frozen) {

  Bookmark {
    standing = Map.copyOf(standing);
    frozen = Set.copyOf(frozen);
  }
}

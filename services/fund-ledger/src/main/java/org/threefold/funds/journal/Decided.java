package org.threefold.funds.journal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.messaging.Outlet.Outgoing;

/**
 * One decision in an entry: why, what changed, what moved, what is said.
 *
 * @param cause id of the request, fact or timer
 * @param at by the clock of the edge, to the millisecond
 * @param actor role and unit, never a name
 * @param key the request key, if somebody asked
 * @param bodyHash hash of what was asked with it
 * @param traceparent the trace it belongs to, if any
 * @param heard the stream of the fact that was heard, if one was
 * @param heardVersion its place in that stream; 0 if none was heard
 * @param ref what came of it
 * @param facts said because of it; their time, cause, actor and trace are those of the decision
 */
public record Decided(
    String cause,
    Instant at,
    String actor,
    @Nullable String key,
    @Nullable String bodyHash,
    @Nullable String traceparent,
    @Nullable String heard,
    long heardVersion,
    String ref,
    List<Noted> changes,
    List<Posting> postings,
    List<Outgoing> facts) {

  public Decided {
    changes = List.copyOf(changes);
    postings = List.copyOf(postings);
    facts = List.copyOf(facts);
  }

  /** Roughly, so that entries stay small. */
  int size() {
    int size = 256 + 96 * postings.size();
    for (Noted noted : changes) {
      size += noted.data().length;
    }
    for (Outgoing fact : facts) {
      size += 128 + fact.data().length;
    }
    return size;
  }
}

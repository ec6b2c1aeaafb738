package org.threefold.funds.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What somebody could do to a journal who knows how it is made. */
public final class Forgery {

  private Forgery() {}

  /** The journal with one entry changed, and it and all after it hashed anew: a perfect chain. */
  public static List<Entry> rewritten(List<Entry> entries, int index, UnaryOperator<Entry> change) {
    List<Entry> forged = new ArrayList<>(entries.subList(0, index));
    String hash = index == 0 ? Chain.GENESIS : entries.get(index - 1).hash();
    for (int i = index; i < entries.size(); i++) {
      Entry entry = i == index ? change.apply(entries.get(i)) : entries.get(i);
      Entry sealed = Chain.seal(entry.seq(), entry.at(), entry.decisions(), hash);
      forged.add(sealed);
      hash = sealed.hash();
    }
    return forged;
  }

  /** The entry with one decision changed; its hash no longer fits. */
  public static Entry changed(Entry entry, int decision, UnaryOperator<Decided> change) {
    List<Decided> decisions = new ArrayList<>(entry.decisions());
    decisions.set(decision, change.apply(decisions.get(decision)));
    return new Entry(entry.seq(), entry.at(), decisions, entry.prevHash(), entry.hash());
  }

  /** The decision with other postings. */
  public static Decided moving(Decided decided, List<Posting> postings) {
    return new Decided(
        decided.cause(),
        decided.at(),
        decided.actor(),
        decided.key(),
        decided.bodyHash(),
        decided.traceparent(),
        decided.heard(),
        decided.heardVersion(),
        decided.ref(),
        decided.changes(),
        postings,
        decided.facts());
  }
}

package org.threefold.projects.activity;

import java.util.List;
import java.util.TreeSet;

/**
 * Which revisions have been settled, one way or the other, in bounded space for ever.
 *
 * @param upTo all up to this one
 * @param above and these, in order; what comes before the first of them has not been heard
 */
record Revisions(int upTo, List<Integer> above) {

  static final Revisions NONE = new Revisions(0, List.of());

  /** So many may come before one that is missing; then it is not waited for any more. */
  static final int MOST_ABOVE = 64;

  boolean has(int revision) {
    return revision <= upTo || above.contains(revision);
  }

  Revisions with(int revision) {
    if (has(revision)) {
      return this;
    }
    var all = new TreeSet<>(above);
    all.add(revision);
    int last = all.size() > MOST_ABOVE ? all.first() : upTo;
    while (all.contains(last + 1)) {
      last++;
    }
    return new Revisions(last, List.copyOf(all.tailSet(last, false)));
  }

  int highest() {
    return above.isEmpty() ? upTo : above.getLast();
  }
}

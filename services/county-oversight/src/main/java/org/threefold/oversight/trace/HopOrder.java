package org.threefold.oversight.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * The order of a thread: by time, but never an effect before its cause, nor a later fact of a
 * stream before an earlier one, whatever the clocks of the services say.
 */
final class HopOrder {

  private static final Comparator<Hop> BY_TIME =
      Comparator.comparing(Hop::at).thenComparing(Hop::stream).thenComparingLong(Hop::version);

  private final Map<String, Hop> byId = new HashMap<>();
  private final Map<Hop, List<Hop>> followers = new HashMap<>();
  private final Map<Hop, Integer> waitsFor = new HashMap<>();

  private HopOrder(Collection<Hop> hops) {
    hops.forEach(hop -> byId.put(hop.eventId(), hop));
    for (Hop hop : byId.values()) {
      after(hop, hop.cause());
      after(hop, hop.stream() + "@" + (hop.version() - 1));
    }
  }

  static List<Hop> sorted(Collection<Hop> hops) {
    return new HopOrder(hops).sorted();
  }

  private void after(Hop hop, String predecessor) {
    Hop before = byId.get(predecessor);
    if (before != null) {
      followers.computeIfAbsent(before, _ -> new ArrayList<>()).add(hop);
      waitsFor.merge(hop, 1, Integer::sum);
    }
  }

  private List<Hop> sorted() {
    var ready = new PriorityQueue<Hop>(BY_TIME);
    byId.values().stream().filter(hop -> !waitsFor.containsKey(hop)).forEach(ready::add);
    List<Hop> sorted = new ArrayList<>(byId.size());
    for (Hop hop = ready.poll(); hop != null; hop = ready.poll()) {
      sorted.add(hop);
      for (Hop follower : followers.getOrDefault(hop, List.of())) {
        if (waitsFor.merge(follower, -1, Integer::sum) == 0) {
          ready.add(follower);
        }
      }
    }
    if (sorted.size() < byId.size()) { // Facts that name each other as causes: nonsense, but told.
      byId.values().stream()
          .filter(hop -> waitsFor.getOrDefault(hop, 0) > 0)
          .sorted(BY_TIME)
          .forEach(sorted::add);
    }
    return sorted;
  }
}

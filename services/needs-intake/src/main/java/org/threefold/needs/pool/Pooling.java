package org.threefold.needs.pool;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.threefold.events.ClientGroup;
import org.threefold.events.DivisionCode;
import org.threefold.events.NeedCategory;
import org.threefold.needs.need.OpenNeed;

/**
 * Which open needs are alike: those of the same town and category that share a client group, and
 * those that share one with any of them, and so on. So each need is in one pool at most, whatever
 * order they are found in; a need that is like no other is in none.
 */
final class Pooling {

  private Pooling() {}

  /** The pools of these needs, the most pressing first. */
  static List<Pool> of(Collection<OpenNeed> needs) {
    return needs.stream().collect(Collectors.groupingBy(Subject::of)).values().stream()
        .flatMap(it -> alike(it).stream())
        .filter(it -> it.needs().size() > 1)
        .map(it -> Pool.of(it.needs()))
        .sorted(Pool.MOST_PRESSING_FIRST)
        .toList();
  }

  /** What needs must agree in before it is asked whom they are for. */
  private record Subject(DivisionCode town, NeedCategory category) {
    static Subject of(OpenNeed it) {
      return new Subject(it.division().town(), it.category());
    }
  }

  /** Needs that hang together, and all their groups. */
  private record Cluster(Set<ClientGroup> groups, List<OpenNeed> needs) {

    boolean shares(Collection<ClientGroup> others) {
      return others.stream().anyMatch(groups::contains);
    }

    void join(Cluster other) {
      groups.addAll(other.groups);
      needs.addAll(other.needs);
    }
  }

  private static List<Cluster> alike(List<OpenNeed> needs) {
    List<Cluster> clusters = new ArrayList<>();
    for (OpenNeed need : needs) {
      var joined = new Cluster(EnumSet.noneOf(ClientGroup.class), new ArrayList<>(List.of(need)));
      joined.groups().addAll(need.groups());
      List<Cluster> related = clusters.stream().filter(it -> it.shares(need.groups())).toList();
      related.forEach(joined::join);
      clusters.removeAll(related);
      clusters.add(joined);
    }
    return clusters;
  }
}

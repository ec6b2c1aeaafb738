package org.threefold.needs.pool;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.threefold.events.ClientGroup;
import org.threefold.events.DivisionCode;
import org.threefold.events.NeedCategory;
import org.threefold.events.NeedId;
import org.threefold.events.PriorityBand;
import org.threefold.events.ResidentRef;
import org.threefold.events.StationId;
import org.threefold.needs.need.OpenNeed;

/**
 * Alike needs of one town that are proposed together as one project.
 *
 * @param pool named after the need that waits longest, so it stays while others join and leave
 * @param groups those that two needs or more share, the most shared first
 * @param needs the most pressing first, at most as many as a project can take on at once
 * @param more how many needs are left for the next time
 * @param persons the sum of those of the needs
 * @param band the highest of the needs
 * @param since since when the oldest of the needs waits
 * @param reasons why these needs belong together
 */
record Pool(
    String pool,
    DivisionCode town,
    NeedCategory category,
    List<ClientGroup> groups,
    List<Member> needs,
    int more,
    int persons,
    PriorityBand band,
    LocalDate since,
    List<Reason> reasons,
    Proposal proposal) {

  /** Project management bundles at most so many needs at once. */
  static final int NEEDS_MAX = 200;

  /** The highest band first, then the most persons. */
  static final Comparator<Pool> MOST_PRESSING_FIRST =
      Comparator.comparing(Pool::band)
          .thenComparing(Pool::persons, Comparator.reverseOrder())
          .thenComparing(Pool::pool);

  private static final Comparator<OpenNeed> LONGEST_FIRST =
      Comparator.comparing(OpenNeed::since).thenComparing(it -> it.need().value());

  private static final Comparator<OpenNeed> HEAVIEST_FIRST =
      Comparator.comparing(OpenNeed::band)
          .thenComparing(OpenNeed::priority, Comparator.reverseOrder())
          .thenComparing(OpenNeed::persons, Comparator.reverseOrder())
          .thenComparing(it -> it.need().value());

  /** One need of a pool, and whose it is, for the resident has to be told what becomes of it. */
  record Member(
      NeedId need,
      ResidentRef resident,
      PriorityBand band,
      int priority,
      int persons,
      LocalDate since,
      boolean routed) {

    private static Member of(OpenNeed it) {
      return new Member(
          it.need(),
          it.resident(),
          it.band(),
          it.priority(),
          it.persons(),
          it.since(),
          it.routed());
    }
  }

  /** What so many of the needs have in common. */
  record Reason(String item, String value, int needs) {}

  /**
   * What a project of it takes.
   *
   * @param owner the town station, whose project it is
   * @param toRoute needs that must be routed to a project first
   * @param bundle what project management is then asked to bundle
   */
  record Proposal(StationId owner, List<NeedId> toRoute, Bundle bundle) {}

  /** The body of {@code POST /api/v1/projects/{id}/bundle-needs}. */
  record Bundle(List<NeedId> needs) {}

  /** The pool of these needs, which are of one town and category. */
  static Pool of(Collection<OpenNeed> all) {
    OpenNeed oldest = all.stream().min(LONGEST_FIRST).orElseThrow();
    DivisionCode town = oldest.division().town();
    List<OpenNeed> needs = all.stream().sorted(HEAVIEST_FIRST).limit(NEEDS_MAX).toList();
    List<Reason> shared = shared(all);
    return new Pool(
        "PL-" + oldest.need().value().substring(2),
        town,
        oldest.category(),
        shared.stream().map(it -> ClientGroup.valueOf(it.value())).toList(),
        needs.stream().map(Member::of).toList(),
        all.size() - needs.size(),
        needs.stream().mapToInt(OpenNeed::persons).sum(),
        needs.getFirst().band(),
        oldest.since(),
        reasons(town, oldest.category(), all.size(), shared),
        proposal(town, needs));
  }

  private static List<Reason> reasons(
      DivisionCode town, NeedCategory category, int needs, List<Reason> shared) {
    var here = new Reason("town", town.value(), needs);
    var about = new Reason("category", category.name(), needs);
    return Stream.concat(Stream.of(here, about), shared.stream()).toList();
  }

  private static List<Reason> shared(Collection<OpenNeed> needs) {
    Map<ClientGroup, Integer> counts = new EnumMap<>(ClientGroup.class);
    needs.forEach(it ->
        it.groups().stream().distinct().forEach(group -> counts.merge(group, 1, Integer::sum)));
    return counts.entrySet().stream()
        .filter(it -> it.getValue() > 1)
        .map(it -> new Reason("group", it.getKey().name(), it.getValue()))
        .sorted(Comparator.comparingInt(Reason::needs).reversed())
        .toList();
  }

  private static Proposal proposal(DivisionCode town, List<OpenNeed> needs) {
    return new Proposal(
        new StationId("ST-" + town),
        needs.stream().filter(it -> !it.routed()).map(OpenNeed::need).toList(),
        new Bundle(needs.stream().filter(OpenNeed::routed).map(OpenNeed::need).toList()));
  }
}

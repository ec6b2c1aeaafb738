package org.threefold.oversight.need;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.threefold.events.ClientGroup;
import org.threefold.events.NeedCategory;
import org.threefold.events.PriorityBand;
import org.threefold.events.Route;
import org.threefold.oversight.place.Where;

/** A row while one fact changes it, so that the fold names only what changes. */
final class Draft {

  private final String need;
  private final Where where;
  String unit = "";
  String collectedOn = "";
  List<ClientGroup> groups = List.of();
  NeedStatus status = NeedStatus.COLLECTED;
  @Nullable NeedCategory category;
  @Nullable Integer priority;
  @Nullable PriorityBand band;
  @Nullable Route route;
  @Nullable String project;
  @Nullable String mergedInto;
  Instant changedAt = Instant.EPOCH;
  private List<String> projects = List.of();
  private List<Step> reached = List.of();

  /** A need of which nothing is known but its id, which says where it was collected. */
  Draft(String need) {
    this.need = need;
    this.where = Where.ofFlow(need);
  }

  Draft(Need row) {
    need = row.need();
    where = row.where();
    unit = row.unit();
    collectedOn = row.collectedOn();
    groups = row.groups();
    status = row.status();
    category = row.category();
    priority = row.priority();
    band = row.band();
    route = row.route();
    project = row.project();
    mergedInto = row.mergedInto();
    changedAt = row.changedAt();
    projects = row.projects();
    reached = row.reached();
  }

  void reach(Step step) {
    reached = with(reached, step);
  }

  void take(String by) {
    project = by;
    projects = with(projects, by);
  }

  private static <T> List<T> with(List<T> list, T one) {
    return list.contains(one) ? list : Stream.concat(list.stream(), Stream.of(one)).toList();
  }

  Need done() {
    return new Need(
        need,
        where,
        unit,
        collectedOn,
        groups,
        status,
        category,
        priority,
        band,
        route,
        project,
        projects,
        mergedInto,
        reached,
        changedAt);
  }
}

package org.threefold.needs.supply;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.threefold.events.ClientGroup;
import org.threefold.events.ProjectEvent.ActivityPlan;
import org.threefold.events.StationId;

/**
 * A department's activity as intake knows it.
 *
 * @param units where it is held; none is the whole county
 * @param over whether it was cancelled, or has been reported as held
 */
record Activity(List<StationId> units, List<ClientGroup> groups, Instant endAt, boolean over) {

  static Activity of(ActivityPlan plan) {
    return new Activity(plan.units(), plan.groups(), plan.endAt(), false);
  }

  Activity end() {
    return new Activity(units, groups, endAt, true);
  }

  Availability availability(Wanted wanted) {
    boolean fits =
        !over
            && wanted.at().isBefore(endAt)
            && isFor(wanted.groups())
            && (units.isEmpty()
                || units.stream().anyMatch(it -> it.division().covers(wanted.division())));
    return fits ? Availability.NOW : Availability.NEVER;
  }

  private boolean isFor(List<ClientGroup> others) {
    return groups.contains(ClientGroup.RESIDENT_GENERAL) || !Collections.disjoint(groups, others);
  }
}

package org.threefold.needs.supply;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.events.ActivityType;
import org.threefold.events.ClientGroup;
import org.threefold.events.DivisionCode;
import org.threefold.events.ProjectEvent.ActivityPlan;
import org.threefold.events.StationId;

/**
 * A department's activity as intake knows it; what it is called stays with project management.
 *
 * @param units where it is held; none is the whole county
 * @param over whether it was cancelled, or has been reported as held
 * @param type null, as the start, if it was learnt before intake kept that
 */
record Activity(
    List<StationId> units,
    List<ClientGroup> groups,
    Instant endAt,
    boolean over,
    @Nullable ActivityType type,
    @Nullable Instant startAt) {

  static Activity of(ActivityPlan plan) {
    return new Activity(
        plan.units(), plan.groups(), plan.endAt(), false, plan.type(), plan.startAt());
  }

  Activity end() {
    return new Activity(units, groups, endAt, true, type, startAt);
  }

  Availability availability(Wanted wanted) {
    boolean fits =
        !over
            && wanted.at().isBefore(endAt)
            && wanted.fit(groups) > 0
            && wanted.nearness(heldIn()) > 0;
    return fits ? Availability.NOW : Availability.NEVER;
  }

  Offer offer(String id, OfferKind kind, Wanted wanted) {
    return new Offer(
        kind.type(),
        id,
        kind.names(),
        kind.answers(),
        kind.helps(),
        groups,
        heldIn(),
        availability(wanted),
        startAt);
  }

  private List<DivisionCode> heldIn() {
    return units.stream().map(StationId::division).toList();
  }
}

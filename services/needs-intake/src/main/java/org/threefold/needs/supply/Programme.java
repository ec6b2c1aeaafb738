package org.threefold.needs.supply;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.events.ClientGroup;
import org.threefold.events.ProgrammeId;
import org.threefold.events.ProgrammeState;
import org.threefold.events.ProjectEvent.LowFeeProgrammeRegistered;

/**
 * A low-fee programme as intake knows it; the whole county may come.
 *
 * @param name null, as the group, if it was learnt before intake kept that
 */
record Programme(
    ProgrammeId programme,
    ProgrammeState state,
    @Nullable String name,
    @Nullable ClientGroup group) {

  static Programme of(LowFeeProgrammeRegistered it) {
    return new Programme(it.programme(), it.state(), it.name(), it.group());
  }

  Availability availability(Wanted wanted) {
    if (wanted.fit(groups()) == 0) {
      return Availability.NEVER;
    }
    return switch (state) {
      case RUNNING -> Availability.NOW;
      case DESIGNED -> Availability.NOT_YET;
      case PAUSED, ENDED -> Availability.NEVER;
    };
  }

  Offer offer(OfferKind kind, Wanted wanted) {
    var names = new Names(name == null ? kind.names().zh() : name, kind.names().en());
    return new Offer(
        kind.type(),
        programme.value(),
        names,
        kind.answers(),
        kind.helps(),
        groups(),
        List.of(),
        availability(wanted),
        null);
  }

  private List<ClientGroup> groups() {
    return List.of(group == null ? ClientGroup.RESIDENT_GENERAL : group);
  }
}

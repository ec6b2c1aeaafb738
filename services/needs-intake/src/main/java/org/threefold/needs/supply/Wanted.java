package org.threefold.needs.supply;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.calendar.CountyTime;
import org.threefold.events.AgeBand;
import org.threefold.events.ClientGroup;
import org.threefold.events.DivisionCode;

/** For whom something is looked for: these groups of this age, there, now. */
public record Wanted(List<ClientGroup> groups, AgeBand ageBand, DivisionCode division, Instant at) {

  private static final List<Duration> STEPS =
      List.of(Duration.ofDays(90), Duration.ofDays(30), Duration.ofDays(7), Duration.ZERO);

  /** The county's day. */
  LocalDate day() {
    return CountyTime.dayOf(at);
  }

  /**
   * How closely something meant for these groups is meant for them: 3 for one of their own groups,
   * 2 for a wider one they belong to, 1 if it is for all residents, 0 if it is not for them.
   */
  int fit(Collection<ClientGroup> meantFor) {
    if (!Collections.disjoint(meantFor, groups)) {
      return 3;
    }
    if (!Collections.disjoint(meantFor, WiderGroups.of(groups, ageBand))) {
      return 2;
    }
    return meantFor.contains(ClientGroup.RESIDENT_GENERAL) ? 1 : 0;
  }

  /**
   * How near something held in these divisions is: 3 in their community, 2 in their town, 1 in the
   * whole county, which is also meant where none is named, 0 only elsewhere.
   */
  int nearness(Collection<DivisionCode> heldIn) {
    if (heldIn.isEmpty()) {
      return 1;
    }
    return heldIn.stream().filter(it -> it.covers(division)).mapToInt(Wanted::tier).max().orElse(0);
  }

  /**
   * How soon something that begins then can be had: 4 at once, 3 within 7 days, 2 within 30, 1
   * within 90, 0 later. Null is what runs already.
   */
  int soonness(@Nullable Instant begins) {
    return begins == null
        ? STEPS.size()
        : (int) STEPS.stream().filter(step -> !begins.isAfter(at.plus(step))).count();
  }

  private static int tier(DivisionCode division) {
    return switch (division.value().length()) {
      case 12 -> 3;
      case 9 -> 2;
      default -> 1;
    };
  }
}

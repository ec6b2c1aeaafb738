package org.threefold.needs.need;

import static org.threefold.events.ClientGroup.CHILD_LEFT_BEHIND;
import static org.threefold.events.ClientGroup.CHILD_UNATTENDED;
import static org.threefold.events.ClientGroup.DISABLED;
import static org.threefold.events.ClientGroup.ELDER_LEFT_BEHIND;
import static org.threefold.events.ClientGroup.ELDER_LIVING_ALONE;
import static org.threefold.events.ClientGroup.EXPENDITURE_HARDSHIP;
import static org.threefold.events.ClientGroup.EXTREMELY_POOR;
import static org.threefold.events.ClientGroup.LOW_GUARANTEE;
import static org.threefold.events.ClientGroup.LOW_MARGIN;
import static org.threefold.events.ClientGroup.ORPHAN;
import static org.threefold.events.ClientGroup.TEMP_ASSIST;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.threefold.access.Refused;
import org.threefold.events.AgeBand;
import org.threefold.events.ClientGroup;

/** What client groups say about age and about who comes first. */
final class Groups {

  /** More kinds of vulnerability than this do not raise the priority further. */
  static final int VULNERABILITY_MAX = 4;

  /** The five kinds of domain §3.2.5: low income, disabled, left behind, minor at risk, alone. */
  private static final List<Set<ClientGroup>> PRIORITY_KINDS =
      List.of(
          Set.of(LOW_GUARANTEE, EXTREMELY_POOR, LOW_MARGIN, EXPENDITURE_HARDSHIP, TEMP_ASSIST),
          Set.of(DISABLED),
          Set.of(ELDER_LEFT_BEHIND, CHILD_LEFT_BEHIND),
          Set.of(CHILD_UNATTENDED, ORPHAN),
          Set.of(ELDER_LIVING_ALONE));

  private static final Set<AgeBand> FROM_60 =
      Set.of(AgeBand.FROM_60, AgeBand.FROM_80, AgeBand.MIXED);
  private static final Set<AgeBand> FROM_80 = Set.of(AgeBand.FROM_80, AgeBand.MIXED);
  private static final Set<AgeBand> UNDER_18 =
      Set.of(AgeBand.UNDER_14, AgeBand.FROM_14, AgeBand.MIXED);
  private static final Set<AgeBand> ANY = Set.of(AgeBand.values());

  private Groups() {}

  /** How many kinds of vulnerability the groups show, at most {@value #VULNERABILITY_MAX}. */
  static int vulnerability(List<ClientGroup> groups) {
    long kinds =
        PRIORITY_KINDS.stream().filter(kind -> !Collections.disjoint(kind, groups)).count();
    return (int) Math.min(kinds, VULNERABILITY_MAX);
  }

  /**
   * Goes on if there is a group, and none contradicts the age.
   *
   * @throws Refused NEED-004, NEED-005
   */
  static void mustFit(List<ClientGroup> groups, AgeBand age) {
    if (groups.isEmpty()) {
      throw new Refused("NEED-004");
    }
    for (ClientGroup group : groups) {
      if (!agesOf(group).contains(age)) {
        throw new Refused("NEED-005", group, age);
      }
    }
  }

  private static Set<AgeBand> agesOf(ClientGroup group) {
    return switch (group) {
      case ELDER, ELDER_LEFT_BEHIND, ELDER_LIVING_ALONE -> FROM_60;
      case ELDER_ADVANCED -> FROM_80;
      case CHILD, CHILD_LEFT_BEHIND, CHILD_UNATTENDED, ORPHAN, GIRL -> UNDER_18;
      case LOW_GUARANTEE,
          EXTREMELY_POOR,
          LOW_MARGIN,
          EXPENDITURE_HARDSHIP,
          TEMP_ASSIST,
          WOMAN,
          DISABLED,
          VETERAN,
          MIGRANT,
          YOUTH,
          RESIDENT_GENERAL ->
          ANY;
    };
  }
}

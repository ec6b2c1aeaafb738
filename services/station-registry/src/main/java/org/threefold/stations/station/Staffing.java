package org.threefold.stations.station;

import static org.threefold.events.EmployerKind.COMMUNITY;
import static org.threefold.events.EmployerKind.COUNTY;
import static org.threefold.events.EmployerKind.OPERATOR;
import static org.threefold.events.EmployerKind.TOWN_GOVERNMENT;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.threefold.access.Refused;
import org.threefold.events.EmployerKind;
import org.threefold.events.StaffCategory;
import org.threefold.events.StationType;

/** Who may and must work at a unit: 2+2+1 at a town station, domain §3.1.3. */
final class Staffing {

  /** No upper limit is set. */
  private static final int ANY = Integer.MAX_VALUE;

  /** So many of a category at a unit, and who may employ them. */
  record Rule(int min, int max, Set<EmployerKind> employers) {}

  private Staffing() {}

  static Rule rule(StationType type, StaffCategory category) {
    return switch (type) {
      case TOWN_STATION ->
          switch (category) {
            case TOWN -> new Rule(2, 2, EnumSet.of(TOWN_GOVERNMENT));
            case SOCIAL_WORKER -> new Rule(2, 2, EnumSet.of(OPERATOR));
            case SUPERVISOR -> new Rule(1, 1, EnumSet.of(OPERATOR));
          };
      case COUNTY_HUB ->
          switch (category) {
            case TOWN -> new Rule(1, ANY, EnumSet.of(COUNTY));
            case SOCIAL_WORKER -> new Rule(2, ANY, EnumSet.of(OPERATOR));
            case SUPERVISOR -> new Rule(1, ANY, EnumSet.of(OPERATOR));
          };
      case COMMUNITY_ROOM ->
          switch (category) {
            case TOWN, SUPERVISOR -> new Rule(0, 0, EnumSet.noneOf(EmployerKind.class));
            case SOCIAL_WORKER -> new Rule(1, ANY, EnumSet.of(OPERATOR, COMMUNITY));
          };
    };
  }

  /** Whether a unit with these people may open without a waiver. */
  static boolean complies(StationType type, Collection<Station.Staff> staff) {
    for (StaffCategory category : StaffCategory.values()) {
      Rule rule = rule(type, category);
      long count = count(staff, category);
      if (count < rule.min() || count > rule.max()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Lets the person join, or says why not.
   *
   * @throws Refused REG-021 to REG-024 and REG-028
   */
  static void mayJoin(Station.Unit unit, StationCommand.AssignStaff it) {
    Rule rule = rule(unit.type(), it.category());
    if (count(unit.staff(), it.category()) >= rule.max()) {
      throw new Refused("REG-021", it.category(), rule.max(), unit.station());
    }
    if (unit.staff().stream().anyMatch(one -> one.staffRef().equals(it.staffRef()))) {
      throw new Refused("REG-022", it.staffRef(), it.category());
    }
    if (!rule.employers().contains(it.employer())) {
      String code = it.category() == StaffCategory.SUPERVISOR ? "REG-028" : "REG-022";
      throw new Refused(code, it.employer(), it.category());
    }
    if (it.category() == StaffCategory.SUPERVISOR && it.fullTime()) {
      throw new Refused("REG-024", it.staffRef());
    }
    boolean mustBeFullTime =
        it.category() == StaffCategory.SOCIAL_WORKER && unit.type() == StationType.TOWN_STATION;
    if (mustBeFullTime && !it.fullTime()) {
      throw new Refused("REG-022", "part-time", it.category());
    }
    if (it.fullTime() && it.fullTimeElsewhere()) {
      throw new Refused("REG-023", it.staffRef());
    }
  }

  private static long count(Collection<Station.Staff> staff, StaffCategory category) {
    return staff.stream().filter(one -> one.category() == category).count();
  }
}

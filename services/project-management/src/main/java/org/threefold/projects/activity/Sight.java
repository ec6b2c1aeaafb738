package org.threefold.projects.activity;

import com.mongodb.client.model.Filters;
import java.util.EnumSet;
import java.util.Set;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.threefold.access.Actor;
import org.threefold.access.Role;
import org.threefold.events.DeptCode;
import org.threefold.events.ProjectEvent.ActivityPlan;

/**
 * Who sees which activities: a department its own, the county all, everybody else those that were
 * taken up for their area (domain §3.7).
 */
final class Sight {

  private static final Set<Role> BY_AREA =
      Set.copyOf(
          EnumSet.complementOf(
              EnumSet.of(
                  Role.RESIDENT, Role.EVALUATOR, Role.PURCHASER, Role.UNDERTAKER, Role.HOTLINE)));

  private static final int COUNTY_DIGITS = 6;
  private static final String UNITS = "state.plan.units";

  private Sight() {}

  static boolean sees(Actor actor, DepartmentActivity activity) {
    return isOwner(actor, activity) || (isByArea(actor) && isInArea(actor, activity.plan()));
  }

  /** Whether the actor acts for the department whose activity it is. */
  static boolean isOwner(Actor actor, DepartmentActivity activity) {
    DeptCode dept = activity.dept();
    return actor.is(Role.PURCHASER) && dept != null && dept.equals(actor.dept());
  }

  private static boolean isByArea(Actor actor) {
    return actor.roles().stream().anyMatch(BY_AREA::contains);
  }

  private static boolean isInArea(Actor actor, @Nullable ActivityPlan plan) {
    return isCounty(actor) || (plan != null && Reach.concerns(plan.units(), actor.area()));
  }

  private static boolean isCounty(Actor actor) {
    return actor.area().value().length() == COUNTY_DIGITS;
  }

  /** The activities the actor sees, as a filter. */
  static Bson filter(Actor actor) {
    if (isByArea(actor)) {
      return isCounty(actor) ? Filters.exists("state.status") : inArea(actor);
    }
    DeptCode dept = actor.dept();
    return actor.is(Role.PURCHASER) && dept != null
        ? Filters.eq("state.dept", dept.value())
        : Filters.eq("_id", "");
  }

  private static Bson inArea(Actor actor) {
    return Filters.or(
        Filters.size(UNITS, 0),
        Filters.regex(UNITS, "^(ST|RM)-" + actor.area()),
        Filters.in(UNITS, Reach.unitsAbove(actor.area())));
  }
}

package org.threefold.projects.project;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bson.conversions.Bson;
import org.threefold.access.Actor;
import org.threefold.access.Role;
import org.threefold.events.DeptCode;
import org.threefold.events.StationId;

/**
 * Who sees which projects: a department its own, an undertaker its own, everybody else those of
 * their area (domain §3.7).
 */
final class Sight {

  /** All who see anything at all. */
  static final Set<Role> ANYBODY =
      Set.copyOf(EnumSet.complementOf(EnumSet.of(Role.RESIDENT, Role.EVALUATOR, Role.HOTLINE)));

  /** Those who see by area. */
  static final Set<Role> BY_AREA =
      Set.copyOf(
          EnumSet.complementOf(
              EnumSet.of(
                  Role.RESIDENT, Role.EVALUATOR, Role.PURCHASER, Role.UNDERTAKER, Role.HOTLINE)));

  /** Who may ask for money and submit; the other planners may only draft (domain §1.F, F10). */
  static final Set<Role> SUBMITTERS = Set.of(Role.TST_DEPUTY_OPERATOR, Role.TST_HEAD);

  private Sight() {}

  /** Whether one of the roles, if the actor has it, lets the actor see the project. */
  static boolean sees(Actor actor, Set<Role> as, Begun project) {
    return actor.covers(project.division())
        && actor.roles().stream()
            .filter(as::contains)
            .anyMatch(role ->
                switch (role) {
                  case PURCHASER -> project.start().purchaser().equals(actor.dept());
                  case UNDERTAKER -> isUndertaker(actor, project);
                  default -> BY_AREA.contains(role);
                });
  }

  /** Whether the actor may start a project of the unit for the department. */
  static boolean mayStart(Actor actor, StationId owner, DeptCode purchaser) {
    return actor.covers(owner.division())
        && (actor.roles().stream().anyMatch(BY_AREA::contains) || purchaser.equals(actor.dept()));
  }

  /** The projects the actor sees, as a filter. */
  static Bson filter(Actor actor) {
    Bson inArea = Filters.regex("state.start.owner", "^(ST|RM)-" + actor.area());
    if (actor.roles().stream().anyMatch(BY_AREA::contains)) {
      return inArea;
    }
    List<Bson> own = new ArrayList<>();
    DeptCode dept = actor.dept();
    if (actor.is(Role.PURCHASER) && dept != null) {
      own.add(Filters.eq("state.start.purchaser", dept.value()));
    }
    String agency = actor.agency();
    if (actor.is(Role.UNDERTAKER) && agency != null) {
      own.add(Filters.eq("state.purchase.undertaker", agency));
    }
    return own.isEmpty() ? Filters.eq("_id", "") : Filters.and(inArea, Filters.or(own));
  }

  private static boolean isUndertaker(Actor actor, Begun project) {
    return project.purchase().undertaker() != null
        && project.purchase().undertaker().value().equals(actor.agency());
  }
}

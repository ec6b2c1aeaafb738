package org.threefold.needs.need;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.threefold.access.Actor;
import org.threefold.access.NotFound;
import org.threefold.access.Role;
import org.threefold.events.DeptCode;

/**
 * Which needs an actor may know: those of the area, and a department only those it was asked to
 * meet.
 *
 * @param dept the department, if the actor is nothing but that
 */
record Sight(Actor actor, @Nullable DeptCode dept) {

  static Sight of(Actor actor) {
    boolean department = actor.roles().equals(Set.of(Role.PURCHASER));
    if (department && actor.dept() == null) {
      throw new NotFound("–"); // A purchaser of no department has asked for nothing.
    }
    return new Sight(actor, department ? actor.dept() : null);
  }

  boolean covers(Need need) {
    return need instanceof Recorded it
        && actor.covers(it.origin().division())
        && (dept == null || (it.referral() != null && it.referral().to().equals(dept)));
  }

  /** The department whose referrals may be listed; others' are not for a department. */
  @Nullable DeptCode referredTo(@Nullable DeptCode asked) {
    return dept == null ? asked : dept;
  }
}

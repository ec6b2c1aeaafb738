package org.threefold.projects.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.projects.project.Story.APPROVED;
import static org.threefold.projects.project.Story.BUNDLED;
import static org.threefold.projects.project.Story.DESIGNED;
import static org.threefold.projects.project.Story.FUNDED;
import static org.threefold.projects.project.Story.INITIATED;
import static org.threefold.projects.project.Story.REQUESTED;
import static org.threefold.projects.project.Story.SELECTED;
import static org.threefold.projects.project.Story.SUBMITTED;
import static org.threefold.projects.project.Story.after;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.threefold.access.Actor;
import org.threefold.access.Role;
import org.threefold.events.DeptCode;
import org.threefold.events.DivisionCode;

class SightTest {

  private static final Begun PROJECT =
      (Begun) after(INITIATED, BUNDLED, DESIGNED, REQUESTED, FUNDED, SUBMITTED, APPROVED, SELECTED);

  @Test
  void most_see_the_projects_of_their_area() {
    assertThat(sees(actor("511523", null, null, Role.AUDITOR))).isTrue();
    assertThat(sees(actor("511523100", null, null, Role.TST_HEAD))).isTrue();
    assertThat(sees(actor("511523101", null, null, Role.TST_HEAD))).isFalse();
    assertThat(sees(actor("511523100001", null, null, Role.RM_WORKER))).isFalse();
    assertThat(sees(actor("511523", null, null, Role.RESIDENT))).isFalse();
  }

  @Test
  void a_department_and_an_undertaker_see_their_own() {
    assertThat(sees(actor("511523", "CAB", null, Role.PURCHASER))).isTrue();
    assertThat(sees(actor("511523", "WMF", null, Role.PURCHASER))).isFalse();
    assertThat(sees(actor("511523", null, "OP-LOCAL-1", Role.UNDERTAKER))).isTrue();
    assertThat(sees(actor("511523", null, "OP-OTHER", Role.UNDERTAKER))).isFalse();
  }

  @Test
  void a_role_lends_no_sight_to_another() {
    Actor both = actor("511523", "WMF", null, Role.PURCHASER, Role.CAB);
    assertThat(sees(both)).isTrue();
    assertThat(Sight.sees(both, Set.of(Role.PURCHASER), PROJECT)).isFalse();
  }

  private static boolean sees(Actor actor) {
    return Sight.sees(actor, Sight.ANYBODY, PROJECT);
  }

  private static Actor actor(
      String area, @Nullable String dept, @Nullable String agency, Role... roles) {
    return new Actor(
        "somebody",
        Set.of(roles),
        new DivisionCode(area),
        null,
        dept == null ? null : new DeptCode(dept),
        agency);
  }
}

package org.threefold.projects.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.projects.activity.AnActivity.ACTIVITY;
import static org.threefold.projects.activity.AnActivity.CYL;
import static org.threefold.projects.activity.AnActivity.rejected;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.threefold.access.Actor;
import org.threefold.access.Role;
import org.threefold.events.DeptCode;
import org.threefold.events.DivisionCode;
import org.threefold.events.ProjectEvent.DepartmentActivityAccepted;
import org.threefold.events.StationId;
import org.threefold.projects.activity.AnActivity.Words;

class SightTest {

  private static DepartmentActivity at(String... units) {
    StationId[] ids = Stream.of(units).map(StationId::new).toArray(StationId[]::new);
    return DepartmentActivity.UNKNOWN.after(
        new DepartmentActivityAccepted(ACTIVITY, CYL, 1, Words.of(1).in(ids).plan()));
  }

  private static Actor actor(Role role, String area, @Nullable String dept) {
    return new Actor(
        "somebody",
        Set.of(role),
        new DivisionCode(area),
        null,
        dept == null ? null : new DeptCode(dept),
        null);
  }

  @Test
  void a_department_sees_its_own_and_no_other_wherever_they_are() {
    assertThat(Sight.sees(actor(Role.PURCHASER, "511523", "CYL"), at())).isTrue();
    assertThat(Sight.sees(actor(Role.PURCHASER, "511523", "WMF"), at())).isFalse();
    assertThat(Sight.sees(actor(Role.PURCHASER, "511523", null), at())).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "511523100001, RM-511523100001, true",
    "511523100001, ST-511523100, true",
    "511523100001, ST-511523, true",
    "511523100001, RM-511523100002, false",
    "511523100001, ST-511523101, false",
    "511523100, RM-511523100001, true",
    "511523100, ST-511523100, true",
    "511523100, RM-511523101001, false",
    "511523, RM-511523101001, true"
  })
  void everybody_else_sees_what_is_held_in_or_for_their_area(
      String area, String unit, boolean sees) {
    assertThat(Sight.sees(actor(Role.TST_WORKER, area, null), at(unit))).isEqualTo(sees);
  }

  @Test
  void what_is_for_the_whole_county_everybody_sees_and_what_was_rejected_only_the_county() {
    DepartmentActivity bad = DepartmentActivity.UNKNOWN.after(rejected(1, "PROJ-064"));
    assertThat(Sight.sees(actor(Role.RM_WORKER, "511523100001", null), at())).isTrue();
    assertThat(Sight.sees(actor(Role.RM_WORKER, "511523100001", null), bad)).isFalse();
    assertThat(Sight.sees(actor(Role.AUDITOR, "511523", null), bad)).isTrue();
    assertThat(Sight.sees(actor(Role.PURCHASER, "511523", "CYL"), bad)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"RESIDENT", "EVALUATOR", "UNDERTAKER"})
  void who_has_nothing_to_do_with_activities_sees_none(Role role) {
    assertThat(Sight.sees(actor(role, "511523", "CYL"), at())).isFalse();
  }

  @Test
  void the_division_of_an_activity_is_the_smallest_that_has_all_its_units() {
    assertThat(at("RM-511523100001").division()).isEqualTo(new DivisionCode("511523100001"));
    assertThat(at("RM-511523100001", "RM-511523100002").division())
        .isEqualTo(new DivisionCode("511523100"));
    assertThat(at("RM-511523100001", "ST-511523101").division())
        .isEqualTo(new DivisionCode("511523"));
    assertThat(at("ST-511523", "ST-511523101").division()).isEqualTo(new DivisionCode("511523"));
    assertThat(at().division()).isNull();
    assertThat(Reach.unitsAbove(new DivisionCode("511523100001")))
        .isEqualTo(List.of("ST-511523100", "ST-511523"));
  }
}

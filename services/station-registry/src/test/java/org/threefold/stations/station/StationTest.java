package org.threefold.stations.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.threefold.events.EmployerKind.COMMUNITY;
import static org.threefold.events.EmployerKind.COUNTY;
import static org.threefold.events.EmployerKind.OPERATOR;
import static org.threefold.events.EmployerKind.TOWN_GOVERNMENT;
import static org.threefold.events.StaffCategory.SOCIAL_WORKER;
import static org.threefold.events.StaffCategory.SUPERVISOR;
import static org.threefold.events.StaffCategory.TOWN;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.threefold.events.DivisionCode;
import org.threefold.events.EmployerKind;
import org.threefold.events.StaffCategory;
import org.threefold.events.StationEvent;
import org.threefold.events.StationEvent.StationActivated;
import org.threefold.events.StationEvent.StationRegistered;
import org.threefold.events.StationId;
import org.threefold.events.StationType;
import org.threefold.stations.station.StationCommand.Activate;
import org.threefold.stations.station.StationCommand.AssignStaff;
import org.threefold.stations.station.StationCommand.Migrate;
import org.threefold.stations.station.StationCommand.Plan;

class StationTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final DivisionCode TOWN_DIVISION = new DivisionCode("511523100");
  private static final StationId TST = new StationId("ST-511523100");
  private static final StationId HUB = new StationId("ST-511523");
  private static final StationRegistered PLANNED =
      new StationRegistered(TST, StationType.TOWN_STATION, "江安镇社工站", TOWN_DIVISION, HUB);

  @Test
  void a_town_station_is_planned_below_the_general_station() {
    assertThat(nothing().decide(plan(HUB, true, TODAY))).isEqualTo(List.of(PLANNED));
  }

  @Test
  void a_division_has_one_unit_of_a_type() {
    refused("REG-003", given(PLANNED), plan(HUB, true, TODAY));
  }

  @Test
  void a_unit_needs_a_division_that_is_in_use() {
    refused("REG-002", nothing(), plan(HUB, true, null));
    refused("REG-002", nothing(), plan(HUB, true, TODAY.plusDays(1)));
  }

  @Test
  void a_unit_stands_below_the_tier_above_of_its_own_town() {
    refused("REG-004", nothing(), plan(null, false, TODAY));
    refused("REG-004", nothing(), plan(HUB, false, TODAY));
    refused("REG-004", nothing(), plan(new StationId("ST-511523101"), true, TODAY));
    refused("REG-004", nothing(), planRoom(new StationId("ST-511523101")));
    assertThat(nothing().decide(planRoom(TST))).hasSize(1);
  }

  @Test
  void the_general_station_has_nothing_above() {
    var county = new DivisionCode("511523");
    assertThat(
            nothing()
                .decide(new Plan(StationType.COUNTY_HUB, "总站", county, TODAY, null, false, TODAY)))
        .hasSize(1);
    refused(
        "REG-004",
        nothing(),
        new Plan(StationType.COUNTY_HUB, "总站", county, TODAY, HUB, true, TODAY));
  }

  @Test
  void a_unit_of_the_wrong_tier_is_refused() {
    assertThatThrownBy(() -> Station.idOf(StationType.COMMUNITY_ROOM, TOWN_DIVISION))
        .hasMessageStartingWith("REG-004");
  }

  @Test
  void two_two_one_and_not_one_more() {
    Station station = complete();
    refused("REG-021", station, staff("S-9", TOWN, true, TOWN_GOVERNMENT));
    refused("REG-021", station, staff("S-9", SOCIAL_WORKER, true, OPERATOR));
    refused("REG-021", station, staff("S-9", SUPERVISOR, false, OPERATOR));
  }

  @Test
  void the_employer_must_fit_the_category() {
    refused("REG-022", given(PLANNED), staff("S-1", TOWN, true, OPERATOR));
    refused("REG-022", given(PLANNED), staff("S-1", SOCIAL_WORKER, true, COMMUNITY));
    refused("REG-028", given(PLANNED), staff("S-1", SUPERVISOR, false, COUNTY));
  }

  @Test
  void one_person_has_one_category_at_a_unit() {
    Station station = and(given(PLANNED), staff("S-1", TOWN, true, TOWN_GOVERNMENT));
    refused("REG-022", station, staff("S-1", SOCIAL_WORKER, true, OPERATOR));
  }

  @Test
  void social_workers_of_a_town_are_full_time_and_supervisors_are_not() {
    refused("REG-022", given(PLANNED), staff("S-1", SOCIAL_WORKER, false, OPERATOR));
    refused("REG-024", given(PLANNED), staff("S-1", SUPERVISOR, true, OPERATOR));
  }

  @Test
  void nobody_is_full_time_twice() {
    refused(
        "REG-023",
        given(PLANNED),
        new AssignStaff("S-1", SOCIAL_WORKER, true, OPERATOR, TODAY, true));
  }

  @Test
  void a_complete_unit_that_is_run_by_somebody_opens() {
    assertThat(complete().decide(new Activate(TODAY, true, true, null)))
        .isEqualTo(List.of(new StationActivated(TST, TODAY, true)));
  }

  @Test
  void nobody_opens_a_unit_that_nobody_runs() {
    refused("REG-055", complete(), new Activate(TODAY, false, false, null));
  }

  @Test
  void a_unit_short_of_staff_opens_only_with_a_waiver_of_at_most_ninety_days() {
    refused("REG-020", given(PLANNED), new Activate(TODAY, false, true, null));
    refused("REG-020", given(PLANNED), new Activate(TODAY, false, true, TODAY.plusDays(91)));
    refused("REG-020", given(PLANNED), new Activate(TODAY, false, true, TODAY.minusDays(1)));
    assertThat(given(PLANNED).decide(new Activate(TODAY, false, true, TODAY.plusDays(90))))
        .hasSize(1);
  }

  @Test
  void an_open_unit_is_not_opened_again() {
    Station open = given(PLANNED, new StationActivated(TST, TODAY, false));
    refused("REG-090", open, new Activate(TODAY, false, true, TODAY));
    refused("REG-090", open, new Migrate(TODAY, false));
  }

  @Test
  void what_was_there_before_is_taken_in_whoever_runs_it() {
    assertThat(given(PLANNED).decide(new Migrate(TODAY, true)))
        .isEqualTo(List.of(new StationActivated(TST, TODAY, true)));
  }

  @Test
  void nothing_is_done_to_a_unit_that_is_not_planned() {
    refused("REG-090", nothing(), new Activate(TODAY, false, true, null));
    refused("REG-090", nothing(), staff("S-1", TOWN, true, TOWN_GOVERNMENT));
  }

  private static Station complete() {
    Station station = given(PLANNED);
    station = and(station, staff("S-1", TOWN, true, TOWN_GOVERNMENT));
    station = and(station, staff("S-2", TOWN, true, TOWN_GOVERNMENT));
    station = and(station, staff("S-3", SOCIAL_WORKER, true, OPERATOR));
    station = and(station, staff("S-4", SOCIAL_WORKER, true, OPERATOR));
    return and(station, staff("S-5", SUPERVISOR, false, OPERATOR));
  }

  private static Station nothing() {
    return new Station.Unknown();
  }

  private static Station given(StationEvent... facts) {
    Station station = nothing();
    for (StationEvent fact : facts) {
      station = station.after(fact);
    }
    return station;
  }

  private static Station and(Station station, StationCommand command) {
    for (StationEvent fact : station.decide(command)) {
      station = station.after(fact);
    }
    return station;
  }

  private static void refused(String code, Station station, StationCommand command) {
    assertThatThrownBy(() -> station.decide(command)).hasMessageStartingWith(code);
  }

  private static Plan plan(
      @Nullable StationId parent, boolean parentKnown, @Nullable LocalDate divisionFrom) {
    return new Plan(
        StationType.TOWN_STATION,
        "江安镇社工站",
        TOWN_DIVISION,
        divisionFrom,
        parent,
        parentKnown,
        TODAY);
  }

  private static Plan planRoom(StationId parent) {
    return new Plan(
        StationType.COMMUNITY_ROOM,
        "社工室",
        new DivisionCode("511523100001"),
        TODAY,
        parent,
        true,
        TODAY);
  }

  private static AssignStaff staff(
      String ref, StaffCategory category, boolean fullTime, EmployerKind employer) {
    return new AssignStaff(ref, category, fullTime, employer, TODAY, false);
  }
}

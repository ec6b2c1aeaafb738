package org.threefold.needs.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.events.ClientGroup.CHILD_LEFT_BEHIND;
import static org.threefold.events.ClientGroup.ELDER;
import static org.threefold.events.ClientGroup.ELDER_LIVING_ALONE;
import static org.threefold.events.ClientGroup.GIRL;
import static org.threefold.events.ClientGroup.RESIDENT_GENERAL;
import static org.threefold.needs.supply.Availability.NEVER;
import static org.threefold.needs.supply.Availability.NOW;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threefold.events.ActivityType;
import org.threefold.events.AgeBand;
import org.threefold.events.ClientGroup;
import org.threefold.events.DivisionCode;
import org.threefold.events.ProjectEvent.ActivityPlan;
import org.threefold.events.StationId;

class ActivityTest {

  private static final Instant START = Instant.parse("2026-12-20T01:00:00Z");
  private static final Instant END = Instant.parse("2027-06-27T09:00:00Z");
  private static final DivisionCode COMMUNITY = new DivisionCode("511523100001");

  private static Activity activity(List<ClientGroup> groups, String... units) {
    return Activity.of(
        new ActivityPlan(
            ActivityType.CHILD_COMPANION,
            START,
            END,
            Stream.of(units).map(StationId::new).toList(),
            groups,
            null,
            null,
            null,
            null));
  }

  private static Wanted wanted(Instant at, ClientGroup... groups) {
    return new Wanted(List.of(groups), AgeBand.MIXED, COMMUNITY, at);
  }

  @Test
  void it_can_be_had_until_it_ends_and_also_before_it_starts() {
    Activity activity = activity(List.of(CHILD_LEFT_BEHIND));
    assertThat(activity.availability(wanted(START.minusSeconds(9), CHILD_LEFT_BEHIND)))
        .isEqualTo(NOW);
    assertThat(activity.availability(wanted(END.minusMillis(1), CHILD_LEFT_BEHIND))).isEqualTo(NOW);
    assertThat(activity.availability(wanted(END, CHILD_LEFT_BEHIND))).isEqualTo(NEVER);
  }

  @Test
  void what_was_cancelled_or_held_cannot_be_had_any_more() {
    Activity activity = activity(List.of(CHILD_LEFT_BEHIND)).end();
    assertThat(activity.availability(wanted(START, CHILD_LEFT_BEHIND))).isEqualTo(NEVER);
  }

  @Test
  void it_is_for_its_groups_or_for_everybody() {
    Activity activity = activity(List.of(CHILD_LEFT_BEHIND, GIRL));
    assertThat(activity.availability(wanted(START, ELDER, GIRL))).isEqualTo(NOW);
    assertThat(activity.availability(wanted(START, ELDER))).isEqualTo(NEVER);
    assertThat(activity(List.of(RESIDENT_GENERAL)).availability(wanted(START, ELDER)))
        .isEqualTo(NOW);
  }

  @Test
  void it_is_also_for_those_who_are_more_than_its_group_says() {
    Activity activity = activity(List.of(ELDER));
    assertThat(activity.availability(wanted(START, ELDER_LIVING_ALONE))).isEqualTo(NOW);
    assertThat(activity(List.of(ELDER_LIVING_ALONE)).availability(wanted(START, ELDER)))
        .isEqualTo(NEVER);
  }

  @ParameterizedTest
  @CsvSource({
    "RM-511523100001, NOW",
    "ST-511523100, NOW",
    "ST-511523, NOW",
    "RM-511523100002, NEVER",
    "ST-511523101, NEVER"
  })
  void it_is_for_what_its_units_serve(String unit, Availability expected) {
    assertThat(activity(List.of(ELDER), unit).availability(wanted(START, ELDER)))
        .isEqualTo(expected);
    assertThat(activity(List.of(ELDER), "ST-511523109", unit).availability(wanted(START, ELDER)))
        .isEqualTo(expected);
  }
}

package org.threefold.needs.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.events.ClientGroup.CHILD;
import static org.threefold.events.ClientGroup.ELDER;
import static org.threefold.events.ClientGroup.ELDER_LIVING_ALONE;
import static org.threefold.needs.supply.Availability.NEVER;
import static org.threefold.needs.supply.Availability.NOW;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.threefold.events.AgeBand;
import org.threefold.events.ClientGroup;
import org.threefold.events.DivisionCode;
import org.threefold.events.NeedCategory;
import org.threefold.events.ResourceId;
import org.threefold.events.ResourceKind;
import org.threefold.events.StationEvent.ResourceUnitRegistered;

class ResourceTest {

  private static Resource volunteers(String home) {
    return Resource.of(
        new ResourceUnitRegistered(
            new ResourceId("RS-" + home + "-0001"),
            ResourceKind.VOLUNTEER,
            new DivisionCode(home),
            "助餐志愿队",
            "meal volunteers",
            List.of(NeedCategory.MEAL_CARE),
            List.of(ELDER)));
  }

  private static Wanted wanted(ClientGroup group) {
    return new Wanted(
        List.of(group),
        AgeBand.MIXED,
        new DivisionCode("511523100001"),
        Instant.parse("2026-11-23T04:00:00Z"));
  }

  @Test
  void it_helps_in_its_town_or_if_it_is_the_countys_everywhere() {
    assertThat(volunteers("511523100").availability(wanted(ELDER))).isEqualTo(NOW);
    assertThat(volunteers("511523").availability(wanted(ELDER))).isEqualTo(NOW);
    assertThat(volunteers("511523101").availability(wanted(ELDER))).isEqualTo(NEVER);
  }

  @Test
  void it_helps_its_groups_and_those_within_them() {
    assertThat(volunteers("511523").availability(wanted(ELDER_LIVING_ALONE))).isEqualTo(NOW);
    assertThat(volunteers("511523").availability(wanted(CHILD))).isEqualTo(NEVER);
  }

  @Test
  void what_was_withdrawn_cannot_be_had_any_more() {
    assertThat(volunteers("511523").withdraw().availability(wanted(ELDER))).isEqualTo(NEVER);
  }

  @Test
  void it_answers_what_it_says_it_can_help_with() {
    Offer offer = volunteers("511523100").offer(wanted(ELDER));
    assertThat(offer.answers()).isEqualTo(Set.of(NeedCategory.MEAL_CARE));
    assertThat(offer.supplier()).isEqualTo("RS-511523100-0001");
    assertThat(offer.names()).isEqualTo(new Names("助餐志愿队", "meal volunteers"));
  }
}

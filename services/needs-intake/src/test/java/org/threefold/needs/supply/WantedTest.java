package org.threefold.needs.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.events.ClientGroup.CHILD;
import static org.threefold.events.ClientGroup.ELDER;
import static org.threefold.events.ClientGroup.ELDER_ADVANCED;
import static org.threefold.events.ClientGroup.GIRL;
import static org.threefold.events.ClientGroup.LOW_GUARANTEE;
import static org.threefold.events.ClientGroup.RESIDENT_GENERAL;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threefold.events.AgeBand;
import org.threefold.events.ClientGroup;
import org.threefold.events.DivisionCode;

class WantedTest {

  private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

  private static Wanted wanted(AgeBand age, ClientGroup... groups) {
    return new Wanted(List.of(groups), age, new DivisionCode("511523100001"), NOON);
  }

  @Test
  void what_is_for_a_group_is_for_its_narrower_groups_but_not_the_other_way_round() {
    assertThat(wanted(AgeBand.MIXED, GIRL).fit(List.of(GIRL))).isEqualTo(3);
    assertThat(wanted(AgeBand.MIXED, GIRL).fit(List.of(CHILD))).isEqualTo(2);
    assertThat(wanted(AgeBand.MIXED, CHILD).fit(List.of(GIRL))).isZero();
  }

  @Test
  void what_is_for_an_age_is_for_all_who_have_it() {
    assertThat(wanted(AgeBand.FROM_60, LOW_GUARANTEE).fit(List.of(ELDER))).isEqualTo(2);
    assertThat(wanted(AgeBand.FROM_80, LOW_GUARANTEE).fit(List.of(ELDER_ADVANCED))).isEqualTo(2);
    assertThat(wanted(AgeBand.FROM_60, LOW_GUARANTEE).fit(List.of(ELDER_ADVANCED))).isZero();
    assertThat(wanted(AgeBand.FROM_14, LOW_GUARANTEE).fit(List.of(CHILD))).isEqualTo(2);
    assertThat(wanted(AgeBand.FROM_18, LOW_GUARANTEE).fit(List.of(CHILD, ELDER))).isZero();
    assertThat(wanted(AgeBand.MIXED, LOW_GUARANTEE).fit(List.of(CHILD, ELDER))).isZero();
  }

  @Test
  void what_is_for_all_residents_is_for_everybody() {
    assertThat(wanted(AgeBand.FROM_18, LOW_GUARANTEE).fit(List.of(RESIDENT_GENERAL))).isEqualTo(1);
    assertThat(wanted(AgeBand.MIXED, RESIDENT_GENERAL).fit(List.of(RESIDENT_GENERAL))).isEqualTo(3);
    assertThat(wanted(AgeBand.MIXED, RESIDENT_GENERAL).fit(List.of(ELDER))).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "'', 1",
    "511523, 1",
    "511523100, 2",
    "511523100001, 3",
    "511523100002, 0",
    "511523101, 0",
    "511523 511523100, 2",
    "511523101 511523100001 511523, 3"
  })
  void the_nearest_place_counts(String heldIn, int expected) {
    List<DivisionCode> divisions =
        Stream.of(heldIn.split(" ")).filter(it -> !it.isEmpty()).map(DivisionCode::new).toList();
    assertThat(wanted(AgeBand.MIXED, ELDER).nearness(divisions)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"-P1D, 4", "PT0S, 4", "PT1S, 3", "P7D, 3", "P30D, 2", "P90D, 1", "P91D, 0"})
  void the_sooner_the_better(Duration after, int expected) {
    assertThat(wanted(AgeBand.MIXED, ELDER).soonness(NOON.plus(after))).isEqualTo(expected);
  }

  @Test
  void what_runs_already_is_had_at_once() {
    assertThat(wanted(AgeBand.MIXED, ELDER).soonness(null)).isEqualTo(4);
  }
}

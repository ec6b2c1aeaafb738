package org.threefold.needs.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.events.ClientGroup.ELDER;
import static org.threefold.needs.supply.Availability.NEVER;
import static org.threefold.needs.supply.Availability.NOW;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threefold.events.AgeBand;
import org.threefold.events.ClientGroup;
import org.threefold.events.DivisionCode;
import org.threefold.events.ProgrammeId;
import org.threefold.events.ProgrammeState;

class ProgrammeTest {

  private static final ProgrammeId KITCHEN = new ProgrammeId("LF-02");

  private static Wanted wanted(ClientGroup group) {
    return new Wanted(
        List.of(group),
        AgeBand.MIXED,
        new DivisionCode("511523100001"),
        Instant.parse("2026-11-23T04:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({"RUNNING, NOW", "DESIGNED, NOT_YET", "PAUSED, NEVER", "ENDED, NEVER"})
  void it_can_be_had_while_it_runs(ProgrammeState state, Availability expected) {
    var programme = new Programme(KITCHEN, state, "老年厨房", ELDER);
    assertThat(programme.availability(wanted(ELDER))).isEqualTo(expected);
  }

  @Test
  void it_is_for_its_group() {
    var programme = new Programme(KITCHEN, ProgrammeState.RUNNING, "老年厨房", ELDER);
    assertThat(programme.availability(wanted(ClientGroup.ELDER_LIVING_ALONE))).isEqualTo(NOW);
    assertThat(programme.availability(wanted(ClientGroup.CHILD))).isEqualTo(NEVER);
  }

  @Test
  void one_that_was_learnt_without_a_group_is_for_everybody() {
    var programme = new Programme(KITCHEN, ProgrammeState.RUNNING, null, null);
    assertThat(programme.availability(wanted(ClientGroup.CHILD))).isEqualTo(NOW);
  }

  @Test
  void it_is_called_what_was_heard_and_in_english_what_the_table_says() {
    OfferKind kind = OfferKinds.known().programme("LF-02");
    var renamed = new Programme(KITCHEN, ProgrammeState.RUNNING, "长者厨房", ELDER);
    assertThat(renamed.offer(kind, wanted(ELDER)).names())
        .isEqualTo(new Names("长者厨房", "Elders' Kitchen"));
    var unnamed = new Programme(KITCHEN, ProgrammeState.RUNNING, null, ELDER);
    assertThat(unnamed.offer(kind, wanted(ELDER)).names())
        .isEqualTo(new Names("老年厨房", "Elders' Kitchen"));
  }
}

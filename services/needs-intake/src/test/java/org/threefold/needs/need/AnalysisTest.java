package org.threefold.needs.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.events.ClientGroup.CHILD_LEFT_BEHIND;
import static org.threefold.events.ClientGroup.CHILD_UNATTENDED;
import static org.threefold.events.ClientGroup.DISABLED;
import static org.threefold.events.ClientGroup.ELDER;
import static org.threefold.events.ClientGroup.ELDER_LEFT_BEHIND;
import static org.threefold.events.ClientGroup.ELDER_LIVING_ALONE;
import static org.threefold.events.ClientGroup.LOW_GUARANTEE;
import static org.threefold.events.ClientGroup.LOW_MARGIN;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threefold.events.AgeBand;
import org.threefold.events.ClientGroup;
import org.threefold.events.PriorityBand;

class AnalysisTest {

  @Test
  void the_priority_explains_itself() {
    Analysis story = Analysis.of(3, List.of(ELDER, ELDER_LEFT_BEHIND), 60, 4);
    assertThat(story.priority()).isEqualTo(25);
    assertThat(story.band()).isEqualTo(PriorityBand.B);
    assertThat(story.terms())
        .containsExactly(
            new Analysis.Term("urgency", 3, 4, 12),
            new Analysis.Term("vulnerability", 1, 3, 3),
            new Analysis.Term("scale", 3, 2, 6),
            new Analysis.Term("feasibility", 4, 1, 4));
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 1", "9, 1", "10, 2", "49, 2", "50, 3", "199, 3", "200, 4", "1000000, 4"})
  void scale_has_five_steps(int persons, int scale) {
    assertThat(Analysis.of(1, List.of(ELDER), persons, 0).terms().get(2).value()).isEqualTo(scale);
  }

  @Test
  void the_priority_lies_between_4_and_45() {
    assertThat(Analysis.of(1, List.of(ELDER), 1, 0).priority()).isEqualTo(4);
    List<ClientGroup> all = List.of(ClientGroup.values());
    assertThat(Analysis.of(4, all, 200, 5).priority()).isEqualTo(41);
  }

  @ParameterizedTest
  @CsvSource({"4, 200, 5, 1, A", "4, 50, 5, 1, A", "4, 50, 4, 1, A", "4, 50, 4, 0, B"})
  void bands_begin_at_30_and_20(
      int urgency, int persons, int feasibility, int kinds, PriorityBand band) {
    List<ClientGroup> groups = kinds == 0 ? List.of(ELDER) : List.of(DISABLED, LOW_MARGIN);
    assertThat(Analysis.of(urgency, groups, persons, feasibility).band()).isEqualTo(band);
  }

  @Test
  void band_c_ends_at_19() {
    assertThat(Analysis.of(4, List.of(ELDER), 2, 1)).extracting(Analysis::priority).isEqualTo(19);
    assertThat(Analysis.of(4, List.of(ELDER), 2, 1).band()).isEqualTo(PriorityBand.C);
    assertThat(Analysis.of(4, List.of(ELDER), 2, 2).band()).isEqualTo(PriorityBand.B);
  }

  @Test
  void vulnerability_counts_kinds_not_groups_and_at_most_four() {
    assertThat(Groups.vulnerability(List.of(ELDER))).isZero();
    assertThat(Groups.vulnerability(List.of(LOW_GUARANTEE, LOW_MARGIN))).isEqualTo(1);
    assertThat(Groups.vulnerability(List.of(LOW_GUARANTEE, DISABLED))).isEqualTo(2);
    assertThat(
            Groups.vulnerability(
                List.of(
                    LOW_GUARANTEE,
                    DISABLED,
                    CHILD_LEFT_BEHIND,
                    CHILD_UNATTENDED,
                    ELDER_LIVING_ALONE)))
        .isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({
    "ELDER, FROM_60, true",
    "ELDER, FROM_80, true",
    "ELDER, MIXED, true",
    "ELDER, FROM_18, false",
    "ELDER_ADVANCED, FROM_60, false",
    "ELDER_ADVANCED, FROM_80, true",
    "CHILD, UNDER_14, true",
    "CHILD, FROM_14, true",
    "CHILD, FROM_18, false",
    "ORPHAN, FROM_60, false",
    "DISABLED, UNDER_14, true",
    "DISABLED, FROM_80, true"
  })
  void groups_and_ages_fit_or_not(ClientGroup group, AgeBand age, boolean fit) {
    assertThat(fits(group, age)).isEqualTo(fit);
  }

  private static boolean fits(ClientGroup group, AgeBand age) {
    try {
      Groups.mustFit(List.of(group), age);
      return true;
    } catch (RuntimeException refused) {
      assertThat(refused).hasMessageContaining("NEED-005");
      return false;
    }
  }
}

package org.threefold.projects.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.threefold.events.ClientGroup;
import org.threefold.events.ProgrammeId;
import org.threefold.events.ProgrammeState;
import org.threefold.events.ProjectEvent.LowFeeProgrammeRegistered;

class ProgrammeTest {

  private static final LowFeeProgrammeRegistered KITCHEN = kitchen(null, null);

  private static LowFeeProgrammeRegistered kitchen(
      @Nullable Long unitCostFen, @Nullable Long tariffFen) {
    return new LowFeeProgrammeRegistered(
        new ProgrammeId("LF-02"),
        "老年厨房",
        ClientGroup.ELDER,
        ProgrammeState.RUNNING,
        unitCostFen,
        tariffFen);
  }

  @Test
  void a_programme_is_registered_once() {
    assertThat(Programme.UNKNOWN.register(KITCHEN)).containsExactly(KITCHEN);
    assertThatThrownBy(() -> Programme.UNKNOWN.after(KITCHEN).register(KITCHEN))
        .hasMessageContaining("PROJ-015");
  }

  @Test
  void a_tariff_is_not_above_what_a_use_costs() {
    assertThat(Programme.UNKNOWN.register(kitchen(800L, 800L))).hasSize(1);
    assertThat(Programme.UNKNOWN.register(kitchen(800L, null))).hasSize(1);
    assertThatThrownBy(() -> Programme.UNKNOWN.register(kitchen(800L, 801L)))
        .hasMessageContaining("PROJ-030");
    assertThatThrownBy(() -> Programme.UNKNOWN.register(kitchen(null, 1L)))
        .hasMessageContaining("PROJ-030");
  }
}

package org.threefold.projects.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.threefold.events.ClientGroup;
import org.threefold.events.ProgrammeId;
import org.threefold.events.ProgrammeState;
import org.threefold.events.ProjectEvent.LowFeeProgrammeRegistered;

class ProgrammeTest {

  private static final LowFeeProgrammeRegistered KITCHEN =
      new LowFeeProgrammeRegistered(
          new ProgrammeId("LF-02"), "老年厨房", ClientGroup.ELDER, ProgrammeState.RUNNING);

  @Test
  void a_programme_is_registered_once() {
    assertThat(Programme.UNKNOWN.register(KITCHEN)).containsExactly(KITCHEN);
    assertThatThrownBy(() -> Programme.UNKNOWN.after(KITCHEN).register(KITCHEN))
        .hasMessageContaining("PROJ-015");
  }
}

package org.threefold.needs.desk;

import org.jspecify.annotations.Nullable;
import org.threefold.access.Refused;
import org.threefold.events.DeskOutcome;
import org.threefold.events.NeedId;

/**
 * What came of a visit or a help request, as somebody says it.
 *
 * @param need the need that was raised
 * @param seen whether there is such a need and it was raised at the same unit
 */
public record CameOfIt(DeskOutcome outcome, @Nullable NeedId need, boolean seen) {

  /**
   * Goes on if a need is named exactly when one was raised, and is one of this unit.
   *
   * @throws Refused NEED-032
   */
  public void mustFit() {
    boolean raised = outcome == DeskOutcome.NEED_RAISED;
    if (raised != (need != null) || (raised && !seen)) {
      throw new Refused("NEED-032", outcome, need == null ? "–" : need);
    }
  }
}

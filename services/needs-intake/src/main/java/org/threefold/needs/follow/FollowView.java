package org.threefold.needs.follow;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.threefold.calendar.CountyTime;
import org.threefold.events.NeedId;
import org.threefold.events.StationId;
import org.threefold.needs.need.Glance;
import org.threefold.needs.need.Status;

/**
 * A need as the public sees it.
 *
 * @param said the state in words
 * @param lastStepOn the day on which something was last done
 * @param nextStepBy the day by whose end the next step is due, if there is a time for it
 */
record FollowView(
    NeedId need,
    Status state,
    Stage said,
    LocalDate collectedOn,
    LocalDate lastStepOn,
    @Nullable LocalDate nextStepBy,
    InCharge inCharge) {

  /** The unit that has the need, with its public name if that is known. */
  record InCharge(StationId unit, @Nullable String name) {}

  static FollowView of(Glance it, @Nullable String unitName) {
    return new FollowView(
        it.need(),
        it.status(),
        Stage.of(it.status()),
        it.collectedOn(),
        CountyTime.dayOf(it.lastStep()),
        it.nextBy() == null ? null : CountyTime.dayOf(it.nextBy().minusNanos(1)),
        new InCharge(it.owner(), unitName));
  }
}

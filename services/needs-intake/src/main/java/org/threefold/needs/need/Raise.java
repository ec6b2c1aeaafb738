package org.threefold.needs.need;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.calendar.CountyTime;
import org.threefold.events.AgeBand;
import org.threefold.events.Channel;
import org.threefold.events.ClientGroup;
import org.threefold.events.NeedStep;
import org.threefold.events.ResidentRef;
import org.threefold.events.StationId;

/**
 * A need that somebody has, as it comes in by whichever door.
 *
 * @param resident a registered resident, or a new reference that says nothing
 * @param text what the resident said
 * @param open whether the unit was seen open
 */
public record Raise(
    StationId unit,
    Channel channel,
    ResidentRef resident,
    AgeBand ageBand,
    List<ClientGroup> groups,
    String text,
    LocalDate collectedOn,
    boolean open) {

  /** The same of somebody else. */
  public Raise of(ResidentRef other) {
    return new Raise(unit, channel, other, ageBand, groups, text, collectedOn, open);
  }

  /**
   * The command to collect it.
   *
   * @param raisedBy the account of a resident who asks in person
   * @param filed how it came in, if a program filed it
   */
  NeedCommand.Collect collect(
      Times times, Instant now, @Nullable String raisedBy, @Nullable Filed filed) {
    LocalDate today = CountyTime.dayOf(now);
    return new NeedCommand.Collect(
        unit,
        channel,
        resident,
        ageBand,
        groups.stream().distinct().toList(),
        text,
        collectedOn,
        raisedBy,
        filed,
        open,
        today.minusDays(times.settings().recordedWithinDays()),
        today,
        times.end(NeedStep.SORT, now));
  }
}

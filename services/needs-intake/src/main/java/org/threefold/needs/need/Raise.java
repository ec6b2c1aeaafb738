package org.threefold.needs.need;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.threefold.calendar.CountyTime;
import org.threefold.events.AgeBand;
import org.threefold.events.Channel;
import org.threefold.events.ClientGroup;
import org.threefold.events.NeedStep;
import org.threefold.events.ResidentRef;
import org.threefold.events.StationId;

/**
 * A need that comes in by another door than its own.
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

  NeedCommand.Collect collect(Times times, Instant now) {
    LocalDate today = CountyTime.dayOf(now);
    return new NeedCommand.Collect(
        unit,
        channel,
        resident,
        ageBand,
        groups.stream().distinct().toList(),
        text,
        collectedOn,
        null,
        null,
        open,
        today.minusDays(times.settings().recordedWithinDays()),
        today,
        times.end(NeedStep.SORT, now));
  }
}

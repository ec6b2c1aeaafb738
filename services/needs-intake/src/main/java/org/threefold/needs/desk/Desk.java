package org.threefold.needs.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.threefold.access.Request;
import org.threefold.calendar.CountyTime;
import org.threefold.events.ResidentRef;
import org.threefold.events.StationId;
import org.threefold.needs.NeedsSettings;
import org.threefold.needs.resident.Residents;
import org.threefold.needs.unit.Units;

/** What is looked up of whoever comes to a desk or calls there. */
@Component
public class Desk {

  private final Units units;
  private final Residents residents;
  private final NeedsSettings settings;

  Desk(Units units, Residents residents, NeedsSettings settings) {
    this.units = units;
    this.residents = residents;
    this.settings = settings;
  }

  /**
   * Somebody has come or called.
   *
   * @param at when
   * @param open whether the unit was seen open
   * @param earliest the first moment something may be recorded for
   * @param now the last
   */
  public record Arrival(Instant at, boolean open, Instant earliest, Instant now) {}

  /**
   * Somebody has come or called, at this time or now; goes on if whoever writes it down may do so
   * for this unit and this resident.
   */
  public Arrival arrival(
      StationId unit, @Nullable ResidentRef resident, @Nullable Instant at, Request request) {
    request.mustCover(unit.division(), unit);
    if (resident != null) {
      residents.mustTake(resident, request.actor());
    }
    Instant now = request.cause().at();
    LocalDate today = CountyTime.dayOf(now);
    return new Arrival(
        Objects.requireNonNullElse(at, now),
        isOpen(unit, request),
        CountyTime.startOf(today.minusDays(settings.recordedWithinDays())),
        now);
  }

  /** Whether the unit is seen open now. */
  public boolean isOpen(StationId unit, Request request) {
    return units.isOpen(unit, CountyTime.dayOf(request.cause().at()));
  }
}

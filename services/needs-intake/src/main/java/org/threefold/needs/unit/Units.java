package org.threefold.needs.unit;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.threefold.events.StationEvent.DivisionRegistered;
import org.threefold.events.StationEvent.StaffAssigned;
import org.threefold.events.StationEvent.StationActivated;
import org.threefold.events.StationEvent.StationRegistered;
import org.threefold.events.StationId;
import org.threefold.messaging.AggregateStores;
import org.threefold.messaging.Cause;
import org.threefold.messaging.Known;

/**
 * The units and divisions of the county, learnt from the station registry; a moment behind it, as
 * everything that is heard.
 */
@Service
public class Units {

  private final Known<Unit> units;
  private final Known<Division> divisions;
  private final Known<Staff> staff;

  Units(AggregateStores stores) {
    this.units = stores.known("units", Unit.class);
    this.divisions = stores.known("divisions", Division.class);
    this.staff = stores.known("staff", Staff.class);
  }

  /** A division is on the map. */
  public void learn(DivisionRegistered it, Cause.Heard cause) {
    divisions.learn(it.code().value(), cause, _ -> new Division(it.code(), it.validFrom()));
  }

  /** A unit is planned. */
  public void learn(StationRegistered it, Cause.Heard cause) {
    units.learn(
        it.station().value(),
        cause,
        known -> new Unit(it.station(), it.name(), known == null ? null : known.openFrom()));
  }

  /** A unit opens. */
  public void learn(StationActivated it, Cause.Heard cause) {
    units.learn(
        it.station().value(),
        cause,
        known -> new Unit(it.station(), known == null ? null : known.name(), it.effective()));
  }

  /** What the unit is called in public, if that was heard. */
  public Optional<String> nameOf(StationId unit) {
    return units.find(unit.value()).map(Unit::name);
  }

  /** Somebody begins to work at a unit. */
  public void learn(StaffAssigned it, Cause.Heard cause) {
    staff.learn(
        placeOf(it.station(), it.staffRef()),
        cause,
        _ -> new Staff(it.station(), it.category(), it.fullTime(), it.from()));
  }

  /** Whether this is a full-time social worker of the unit on that day. */
  public boolean mayLeadCases(StationId unit, String staffRef, LocalDate on) {
    return staff.find(placeOf(unit, staffRef)).filter(it -> it.mayLeadCases(on)).isPresent();
  }

  private static String placeOf(StationId unit, String staffRef) {
    return unit + "/" + staffRef;
  }

  /** Whether the unit is open on that day, and its division in use. */
  public boolean isOpen(StationId unit, LocalDate on) {
    return units.find(unit.value()).filter(it -> it.isOpen(on)).isPresent()
        && divisions
            .find(unit.division().value())
            .filter(it -> !it.validFrom().isAfter(on))
            .isPresent();
  }
}

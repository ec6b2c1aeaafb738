package org.threefold.oversight.place;

import org.jspecify.annotations.Nullable;
import org.threefold.events.StationEvent.StationActivated;
import org.threefold.events.StationEvent.StationRegistered;
import org.threefold.events.StationId;
import org.threefold.events.StationType;

/**
 * A unit of the county.
 *
 * @param active whether it is open
 */
public record Unit(
    String unit, String name, @Nullable StationType type, Where where, boolean active) {

  private static Unit unknown(StationId id) {
    return new Unit(id.value(), id.value(), null, Where.of(id.division()), false);
  }

  static Unit after(@Nullable Unit before, StationRegistered it) {
    Unit unit = before == null ? unknown(it.station()) : before;
    return new Unit(unit.unit, it.name(), it.type(), Where.of(it.division()), unit.active);
  }

  static Unit after(@Nullable Unit before, StationActivated it) {
    Unit unit = before == null ? unknown(it.station()) : before;
    return new Unit(unit.unit, unit.name, unit.type, unit.where, true);
  }
}

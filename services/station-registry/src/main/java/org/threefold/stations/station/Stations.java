package org.threefold.stations.station;

import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.threefold.access.NotFound;
import org.threefold.access.Refused;
import org.threefold.calendar.CountyTime;
import org.threefold.events.DivisionCode;
import org.threefold.events.StationEvent;
import org.threefold.events.StationId;
import org.threefold.events.StationType;
import org.threefold.messaging.AggregateStores;
import org.threefold.messaging.AggregateType;
import org.threefold.messaging.Aggregates;
import org.threefold.messaging.Cause;
import org.threefold.messaging.Versioned;
import org.threefold.stations.division.Division;
import org.threefold.stations.division.Divisions;

/** The units of the county. */
@Service
public class Stations {

  private final Aggregates<Station, StationEvent> stations;
  private final Divisions divisions;
  private final Contracts contracts;

  Stations(AggregateStores stores, Divisions divisions, Contracts contracts) {
    this.divisions = divisions;
    this.contracts = contracts;
    this.stations =
        stores.open(
            AggregateType.of(
                "stations",
                Station.class,
                new Station.Unknown(),
                StationEvent.class,
                Station::after,
                station -> station instanceof Station.Unit it ? it.division() : null));
  }

  /**
   * The id of the unit of a type in a division.
   *
   * @throws Refused REG-004 if units of the type do not stand in divisions of that tier
   */
  public static StationId idOf(StationType type, DivisionCode division) {
    return Station.idOf(type, division);
  }

  /** The unit above this one; null for the general station. */
  public static @Nullable StationId parentOf(StationId station) {
    return Station.parentOf(station);
  }

  /** Plans a unit of the type for the division, below the given unit. */
  public Versioned<Station> plan(
      StationType type,
      String name,
      DivisionCode division,
      @Nullable StationId parent,
      Cause cause) {
    var command =
        new StationCommand.Plan(
            type,
            name,
            division,
            divisions.find(division).map(Division.Registered::validFrom).orElse(null),
            parent,
            parent != null && find(parent).isPresent(),
            CountyTime.dayOf(cause.at()));
    return decide(idOf(type, division), cause, command);
  }

  /** Opens a unit that was open before the register. */
  public void migrate(StationId id, LocalDate effective, boolean demonstration, Cause cause) {
    decide(id, cause, new StationCommand.Migrate(effective, demonstration));
  }

  /** The unit, if it is in the register. */
  public Optional<Station.Unit> find(StationId id) {
    return versioned(id).map(Versioned::state).map(Station.Unit.class::cast);
  }

  /**
   * Goes on if the unit is in the register.
   *
   * @throws NotFound otherwise
   */
  public void mustExist(StationId id) {
    if (find(id).isEmpty()) {
      throw new NotFound(id);
    }
  }

  Versioned<Station> assign(StationId id, StationCommand.AssignStaff command, Cause cause) {
    return decide(id, cause, command);
  }

  Versioned<Station> activate(
      StationId id,
      LocalDate effective,
      boolean demonstration,
      @Nullable LocalDate waiverUntil,
      Cause cause) {
    boolean operated = contracts.run(id, effective);
    return decide(
        id, cause, new StationCommand.Activate(effective, demonstration, operated, waiverUntil));
  }

  /** Whether the person works full-time at another unit. */
  boolean fullTimeElsewhere(String staffRef, StationId here) {
    return stations.page(Filters.eq("state.staff.staffRef", staffRef), null, 200).stream()
        .map(Versioned::state)
        .anyMatch(station ->
            station instanceof Station.Unit unit
                && !unit.station().equals(here)
                && unit.staff().stream()
                    .anyMatch(one -> one.fullTime() && one.staffRef().equals(staffRef)));
  }

  Optional<Versioned<Station>> versioned(StationId id) {
    return stations.find(id.value()).filter(it -> it.state() instanceof Station.Unit);
  }

  List<Station> page(
      DivisionCode area, @Nullable StationType type, @Nullable String after, int limit) {
    Bson inArea = Filters.regex("state.division", "^" + area.value());
    Bson filter =
        type == null ? inArea : Filters.and(inArea, Filters.eq("state.type", type.name()));
    return stations.page(filter, after, limit).stream().map(Versioned::state).toList();
  }

  private Versioned<Station> decide(StationId id, Cause cause, StationCommand command) {
    if (!(command instanceof StationCommand.Plan)) {
      mustExist(id);
    }
    return stations.decide(id.value(), cause, station -> station.decide(command));
  }
}

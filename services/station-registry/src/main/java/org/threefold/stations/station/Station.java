package org.threefold.stations.station;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.access.Refused;
import org.threefold.events.DivisionCode;
import org.threefold.events.EmployerKind;
import org.threefold.events.StaffCategory;
import org.threefold.events.StationEvent;
import org.threefold.events.StationEvent.ArchiveCompletenessChanged;
import org.threefold.events.StationEvent.ArchiveItemExpected;
import org.threefold.events.StationEvent.ArchiveItemFiled;
import org.threefold.events.StationEvent.DivisionRegistered;
import org.threefold.events.StationEvent.OperatingContractSigned;
import org.threefold.events.StationEvent.OperatorRegistered;
import org.threefold.events.StationEvent.ServiceItemListPublished;
import org.threefold.events.StationEvent.StaffAssigned;
import org.threefold.events.StationEvent.StationActivated;
import org.threefold.events.StationEvent.StationRegistered;
import org.threefold.events.StationId;
import org.threefold.events.StationType;
import org.threefold.stations.station.StationCommand.Activate;
import org.threefold.stations.station.StationCommand.AssignStaff;
import org.threefold.stations.station.StationCommand.Migrate;
import org.threefold.stations.station.StationCommand.Plan;

/** A unit of the county, from plan to open door; domain §3.1.2. */
public sealed interface Station {

  /** Longest a unit may open short of staff. */
  int WAIVER_DAYS_MAX = 90;

  /** Whether a unit is open. */
  enum Status {
    PLANNED,
    ACTIVE
  }

  /** A person, known by a reference only. */
  record Staff(
      String staffRef,
      StaffCategory category,
      boolean fullTime,
      EmployerKind employer,
      LocalDate from) {}

  /** Not planned yet. */
  record Unknown() implements Station {}

  /** In the register. */
  record Unit(
      StationId station,
      StationType type,
      String name,
      DivisionCode division,
      @Nullable StationId parent,
      Status status,
      @Nullable LocalDate effective,
      boolean demonstration,
      List<Staff> staff)
      implements Station {

    private Unit with(Staff joined) {
      List<Staff> all = new ArrayList<>(staff);
      all.add(joined);
      return new Unit(
          station,
          type,
          name,
          division,
          parent,
          status,
          effective,
          demonstration,
          List.copyOf(all));
    }

    private Unit open(StationActivated it) {
      return new Unit(
          station,
          type,
          name,
          division,
          parent,
          Status.ACTIVE,
          it.effective(),
          it.demonstration(),
          staff);
    }
  }

  /** What follows from this command. */
  default List<StationEvent> decide(StationCommand command) {
    return switch (command) {
      case Plan it when this instanceof Unit unit ->
          throw new Refused("REG-003", it.type(), unit.division());
      case Plan it -> List.of(plan(it));
      case AssignStaff it when this instanceof Unit unit -> {
        Staffing.mayJoin(unit, it);
        yield List.of(
            new StaffAssigned(
                unit.station(),
                it.staffRef(),
                it.category(),
                it.fullTime(),
                it.employer(),
                it.from()));
      }
      case Activate it when this instanceof Unit unit -> List.of(activate(unit, it));
      case Migrate it when this instanceof Unit unit && unit.status() == Status.PLANNED ->
          List.of(new StationActivated(unit.station(), it.effective(), it.demonstration()));
      case AssignStaff _, Activate _, Migrate _ -> throw new Refused("REG-090", status());
    };
  }

  /** The state after a fact. */
  default Station after(StationEvent event) {
    return switch (event) {
      case StationRegistered it ->
          new Unit(
              it.station(),
              it.type(),
              it.name(),
              it.division(),
              it.parent(),
              Status.PLANNED,
              null,
              false,
              List.of());
      case StaffAssigned it when this instanceof Unit unit ->
          unit.with(
              new Staff(it.staffRef(), it.category(), it.fullTime(), it.employer(), it.from()));
      case StationActivated it when this instanceof Unit unit -> unit.open(it);
      case StaffAssigned _, StationActivated _ -> this; // Never said before the unit is planned.
      case DivisionRegistered _,
          OperatorRegistered _,
          OperatingContractSigned _,
          ArchiveItemExpected _,
          ArchiveItemFiled _,
          ArchiveCompletenessChanged _,
          StationEvent.OfResource _,
          ServiceItemListPublished _ ->
          this; // Other streams.
    };
  }

  private String status() {
    return this instanceof Unit unit ? unit.status().name() : "UNKNOWN";
  }

  private static StationRegistered plan(Plan it) {
    if (it.divisionFrom() == null || it.divisionFrom().isAfter(it.today())) {
      throw new Refused("REG-002", it.division());
    }
    StationId id = idOf(it.type(), it.division());
    StationId above = parentOf(id);
    if (above == null ? it.parent() != null : !above.equals(it.parent()) || !it.parentKnown()) {
      throw new Refused("REG-004", id, above == null ? "-" : above);
    }
    return new StationRegistered(id, it.type(), it.name(), it.division(), above);
  }

  private static StationActivated activate(Unit unit, Activate it) {
    if (unit.status() != Status.PLANNED) {
      throw new Refused("REG-090", unit.status());
    }
    if (unit.type() != StationType.COMMUNITY_ROOM && !it.operated()) {
      throw new Refused("REG-055", unit.station(), it.effective());
    }
    LocalDate until = it.waiverUntil();
    boolean waived =
        until != null
            && !until.isBefore(it.effective())
            && !until.isAfter(it.effective().plusDays(WAIVER_DAYS_MAX));
    if (!Staffing.complies(unit.type(), unit.staff()) && !waived) {
      throw new Refused("REG-020", unit.station(), WAIVER_DAYS_MAX);
    }
    return new StationActivated(unit.station(), it.effective(), it.demonstration());
  }

  /**
   * The id of the unit of a type in a division; there is room for one.
   *
   * @throws Refused REG-004 if units of the type do not stand in divisions of that tier
   */
  static StationId idOf(StationType type, DivisionCode division) {
    int digits =
        switch (type) {
          case COUNTY_HUB -> 6;
          case TOWN_STATION -> 9;
          case COMMUNITY_ROOM -> 12;
        };
    if (division.value().length() != digits) {
      throw new Refused("REG-004", type, division);
    }
    return new StationId((digits == 12 ? "RM-" : "ST-") + division);
  }

  /** The unit above: the town station of a room, the general station of a town station. */
  static @Nullable StationId parentOf(StationId station) {
    String digits = station.division().value();
    return digits.length() == 6
        ? null
        : new StationId("ST-" + digits.substring(0, digits.length() - 3));
  }
}

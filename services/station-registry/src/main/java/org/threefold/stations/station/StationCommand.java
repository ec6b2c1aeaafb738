package org.threefold.stations.station;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.threefold.events.DivisionCode;
import org.threefold.events.EmployerKind;
import org.threefold.events.StaffCategory;
import org.threefold.events.StationId;
import org.threefold.events.StationType;

/** What can be asked of a unit, with what the edge saw of its surroundings. */
sealed interface StationCommand {

  /**
   * Plan a unit for a division.
   *
   * @param divisionFrom since when the division is valid; null if it is not on the map
   * @param parent the unit above, or null for the general station
   * @param parentKnown whether the unit above is in the register
   */
  record Plan(
      StationType type,
      String name,
      DivisionCode division,
      @Nullable LocalDate divisionFrom,
      @Nullable StationId parent,
      boolean parentKnown,
      LocalDate today)
      implements StationCommand {}

  /** Let a person work there. */
  record AssignStaff(
      String staffRef,
      StaffCategory category,
      boolean fullTime,
      EmployerKind employer,
      LocalDate from,
      boolean fullTimeElsewhere)
      implements StationCommand {}

  /**
   * Open it.
   *
   * @param operated whether a contract runs it on the day it opens
   * @param waiverUntil until when it may be short of staff, if somebody allowed that
   */
  record Activate(
      LocalDate effective, boolean demonstration, boolean operated, @Nullable LocalDate waiverUntil)
      implements StationCommand {}

  /** Take it in as it was before the register: open, whoever runs it and works there. */
  record Migrate(LocalDate effective, boolean demonstration) implements StationCommand {}
}

package org.threefold.stations.division;

import java.time.LocalDate;
import org.threefold.events.DivisionCode;

/** What can be asked of a division. */
public sealed interface DivisionCommand {

  /**
   * Put it on the map.
   *
   * @param parentKnown whether the division it lies in is on the map
   * @param county the county of this register
   */
  record Register(
      DivisionCode code,
      String name,
      LocalDate validFrom,
      boolean provisional,
      boolean parentKnown,
      DivisionCode county)
      implements DivisionCommand {}
}

package org.threefold.stations.station;

import java.time.LocalDate;
import org.threefold.events.StationId;

/** What a unit needs to know of the agencies: whether one of them runs it. */
public interface Contracts {

  /** Whether a signed contract runs the unit on that day. */
  boolean run(StationId unit, LocalDate day);
}

package org.threefold.needs;

import java.time.LocalDate;
import org.threefold.events.DivisionCode;
import org.threefold.events.DivisionLevel;
import org.threefold.events.StationEvent.DivisionRegistered;
import org.threefold.events.StationEvent.StationActivated;
import org.threefold.events.StationEvent.StationRegistered;
import org.threefold.events.StationId;
import org.threefold.events.StationType;
import org.threefold.teststand.Stand;

/** Units that intake has heard of, open since long ago. */
public final class OpenUnits {

  private static final LocalDate LONG_AGO = LocalDate.of(2019, 10, 31);

  private OpenUnits() {}

  /** Lets intake hear of one, and of its division. */
  public static void open(
      Stand intake, String id, StationType type, DivisionLevel level, String parent) {
    var unit = new StationId(id);
    DivisionCode above = new DivisionCode(parent.substring(3));
    intake.heard(new DivisionRegistered(unit.division(), "某地", level, above, LONG_AGO, true));
    intake.heard(new StationRegistered(unit, type, "某站", unit.division(), new StationId(parent)));
    intake.heard(new StationActivated(unit, LONG_AGO, false));
  }
}

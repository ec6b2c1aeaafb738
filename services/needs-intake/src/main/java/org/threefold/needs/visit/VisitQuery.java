package org.threefold.needs.visit;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.threefold.events.DivisionCode;
import org.threefold.events.StationId;

/**
 * Which visits somebody wants to see.
 *
 * @param area nothing outside it
 * @param day only those of this day
 * @param open only those of which nobody has said what came of them, or only the others
 */
record VisitQuery(
    DivisionCode area, @Nullable StationId unit, @Nullable LocalDate day, @Nullable Boolean open) {

  static final String DIVISION = "state.division";

  Bson filter() {
    var filter = new Document(DIVISION, Pattern.compile("^" + area));
    if (unit != null) {
      filter.append("state.unit", unit.value());
    }
    if (day != null) {
      filter.append("state.day", day.toString());
    }
    if (open != null) {
      List<String> states =
          open
              ? List.of(Logged.State.OPEN.name(), Logged.State.LEFT_OPEN.name())
              : List.of(Logged.State.COMPLETED.name());
      filter.append("state.state", new Document("$in", states));
    }
    return filter;
  }
}

package org.threefold.needs.help;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.threefold.events.DivisionCode;
import org.threefold.events.StationId;

/**
 * Which help requests somebody wants to see.
 *
 * @param area nothing outside it
 * @param day only those that were received on this day
 * @param open only those that are not closed, or only those that are
 */
record HelpQuery(
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
              ? List.of(Taken.State.RECEIVED.name(), Taken.State.RESPONDED.name())
              : List.of(Taken.State.CLOSED.name());
      filter.append("state.state", new Document("$in", states));
    }
    return filter;
  }
}

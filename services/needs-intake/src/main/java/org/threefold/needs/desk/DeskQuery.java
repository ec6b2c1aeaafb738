package org.threefold.needs.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.threefold.events.DivisionCode;
import org.threefold.events.StationId;

/**
 * Which visits or help requests somebody wants to see.
 *
 * @param area nothing outside it
 * @param day only those of this day
 * @param states only those in one of these states
 */
public record DeskQuery(
    DivisionCode area,
    @Nullable StationId unit,
    @Nullable LocalDate day,
    @Nullable List<String> states) {

  public static final String DIVISION = "state.division";

  /**
   * Those of which somebody still has to say what came of them, or only the others.
   *
   * @param over the one state of these in which that was said
   */
  public static <S extends Enum<S>> @Nullable List<String> states(
      @Nullable Boolean open, Class<S> all, S over) {
    return open == null
        ? null
        : Stream.of(all.getEnumConstants())
            .filter(it -> (it != over) == open)
            .map(Enum::name)
            .toList();
  }

  /** As the store wants it. */
  public Bson filter() {
    var filter = new Document(DIVISION, Pattern.compile("^" + area));
    if (unit != null) {
      filter.append("state.unit", unit.value());
    }
    if (day != null) {
      filter.append("state.day", day.toString());
    }
    if (states != null) {
      filter.append("state.state", new Document("$in", states));
    }
    return filter;
  }
}

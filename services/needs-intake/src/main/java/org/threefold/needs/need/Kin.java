package org.threefold.needs.need;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.threefold.events.DivisionCode;
import org.threefold.events.NeedCategory;
import org.threefold.events.NeedId;

/**
 * What makes needs alike: {@code <town>|<category>|<need>}, in one field that only live sorted
 * needs have. So one sparse index finds them by their beginning, however many needs are over.
 */
final class Kin {

  static final String FIELD = "state.kin";

  private Kin() {}

  static String of(DivisionCode division, NeedCategory category, NeedId need) {
    return beginning(division, category) + need;
  }

  /** All live needs of the category in the town of the division. */
  static Bson filter(DivisionCode division, NeedCategory category) {
    return live(division, category);
  }

  /** Those of them that are in one of these states. */
  static Bson filter(DivisionCode division, NeedCategory category, Collection<Status> states) {
    List<String> names = states.stream().map(Status::name).toList();
    return live(division, category).append("state.status", new Document("$in", names));
  }

  private static Document live(DivisionCode division, NeedCategory category) {
    String pattern = "^" + beginning(division, category).replace("|", "\\|");
    return new Document(FIELD, Pattern.compile(pattern));
  }

  private static String beginning(DivisionCode division, NeedCategory category) {
    return division.town() + "|" + category + "|";
  }
}

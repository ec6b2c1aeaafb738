package org.threefold.needs.need;

import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.threefold.events.DeptCode;
import org.threefold.events.DivisionCode;
import org.threefold.events.NeedCategory;
import org.threefold.events.StationId;

/**
 * Which needs somebody wants to see.
 *
 * @param area nothing outside it
 * @param owner only those on the desk of this unit
 * @param referredTo only those this department is asked to meet
 */
record NeedQuery(
    DivisionCode area,
    @Nullable StationId owner,
    @Nullable Status status,
    @Nullable NeedCategory category,
    @Nullable DeptCode referredTo) {

  static final String DIVISION = "state.origin.division";

  Bson filter() {
    var filter = new Document(DIVISION, Pattern.compile("^" + area));
    if (owner != null) {
      filter.append("state.owner", owner.value());
    }
    if (status != null) {
      filter.append("state.status", status.name());
    }
    if (category != null) {
      filter.append("state.category", category.name());
    }
    if (referredTo != null) {
      filter.append("state.referral.to", referredTo.value());
    }
    return filter;
  }
}

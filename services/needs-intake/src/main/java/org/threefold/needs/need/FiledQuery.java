package org.threefold.needs.need;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.threefold.events.NeedCategory;

/**
 * Which needs that a program has filed it wants to see.
 *
 * @param by the name of its key
 * @param from the first moment they were filed at
 * @param until the last
 * @param categories what they are about, as {@link FiledNeed} has it; all if empty
 * @param live whether those are wanted about which something still has to be done
 * @param over whether those are wanted that are over
 */
public record FiledQuery(
    String by,
    Instant from,
    Instant until,
    Set<NeedCategory> categories,
    boolean live,
    boolean over) {

  private static final String SORTED_INTO = "state.category";

  Bson filter() {
    var filter =
        new Document(Filed.BY, by)
            .append(
                Filed.AT, new Document("$gte", Date.from(from)).append("$lte", Date.from(until)));
    if (live != over) {
      filter.append("state.status", new Document("$in", statuses()));
    }
    if (!categories.isEmpty()) {
      var wanted = new Document("$in", categories.stream().map(Enum::name).sorted().toList());
      filter.append(
          "$or",
          List.of(
              new Document(SORTED_INTO, wanted),
              new Document(SORTED_INTO, null).append(Filed.CATEGORY, wanted)));
    }
    return filter;
  }

  private List<String> statuses() {
    return Stream.of(Status.values()).filter(it -> it.isLive() == live).map(Status::name).toList();
  }
}

package org.threefold.oversight.need;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.threefold.events.DivisionCode;
import org.threefold.events.Route;

/**
 * Figure N-01: of the needs collected from one day on and before another, without merged ones, how
 * many ever reached each step; and beside it, where all of them stand now, merged ones too.
 */
record Funnel(Instant asOf, List<Reached> steps, Map<NeedStatus, Long> standing) {

  /** So many needs of the cohort ever reached the step. */
  record Reached(Step step, long needs) {}

  /**
   * Which needs are counted.
   *
   * @param from the first day
   * @param to the day after the last
   */
  record Cohort(
      DivisionCode area,
      @Nullable DivisionCode town,
      @Nullable Route route,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {

    private @Nullable Document filter() {
      Document filter = Needs.within(area, town);
      if (filter == null) {
        return null;
      }
      if (route != null) {
        filter.append("state.route", route.name());
      }
      var days = new Document();
      if (from != null) {
        days.append("$gte", from.toString());
      }
      if (to != null) {
        days.append("$lt", to.toString());
      }
      return days.isEmpty() ? filter : filter.append("state.collectedOn", days);
    }
  }

  static Funnel of(Cohort cohort, Needs needs, Instant asOf) {
    Document all = cohort.filter();
    Map<String, Long> reached = Map.of();
    Map<String, Long> standing = Map.of();
    if (all != null) {
      var live = new Document(all).append("state.status", new Document("$ne", "MERGED"));
      reached =
          counts(
              needs.figures(
                  List.of(
                      new Document("$match", live),
                      new Document("$unwind", "$state.reached"),
                      countedBy("$state.reached"))));
      standing =
          counts(needs.figures(List.of(new Document("$match", all), countedBy("$state.status"))));
    }
    return new Funnel(asOf, steps(reached), standing(standing));
  }

  private static Document countedBy(String field) {
    return new Document("$group", new Document("_id", field).append("n", new Document("$sum", 1)));
  }

  private static Map<String, Long> counts(List<Document> groups) {
    return groups.stream()
        .collect(
            Collectors.toMap(
                it -> it.getString("_id"), it -> it.get("n", Number.class).longValue()));
  }

  private static List<Reached> steps(Map<String, Long> counts) {
    return Arrays.stream(Step.values())
        .map(it -> new Reached(it, counts.getOrDefault(it.name(), 0L)))
        .toList();
  }

  private static Map<NeedStatus, Long> standing(Map<String, Long> counts) {
    return Arrays.stream(NeedStatus.values())
        .collect(
            Collectors.toMap(
                Function.identity(),
                it -> counts.getOrDefault(it.name(), 0L),
                (one, _) -> one,
                LinkedHashMap::new));
  }
}

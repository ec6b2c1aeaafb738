package org.threefold.needs.open311;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.threefold.access.Refused;
import org.threefold.access.problems.WithProblem;
import org.threefold.events.NeedCategory;
import org.threefold.events.NeedId;
import org.threefold.needs.need.FiledQuery;

/**
 * Which of the own needs are wanted.
 *
 * @param ids if there are any, these and no others
 * @param after the last of the page before
 */
record Listing(
    List<NeedId> ids,
    Set<NeedCategory> categories,
    Set<String> statuses,
    Instant from,
    Instant until,
    @Nullable NeedId after,
    int pageSize) {

  private static final Duration LONGEST = Duration.ofDays(90);
  private static final int LARGEST_PAGE = 200;

  private static final String OPEN = "open";
  private static final String CLOSED = "closed";

  /**
   * What the parameters ask for.
   *
   * @throws WithProblem API-013 if one of them is impossible
   * @throws Refused NEED-073 if there is no such service, NEED-074 if the time is too long
   */
  static Listing of(Form form, Instant now) {
    List<NeedId> ids = form.listed("service_request_id").stream().map(Listing::number).toList();
    if (ids.size() > LARGEST_PAGE) {
      throw Form.malformed("service_request_id", "field.limit");
    }
    Optional<Instant> start = form.one("start_date").map(it -> moment("start_date", it));
    Optional<Instant> end = form.one("end_date").map(it -> moment("end_date", it));
    Instant until = end.orElseGet(() -> start.map(it -> it.plus(LONGEST)).orElse(now));
    Instant from = start.orElseGet(() -> until.minus(LONGEST));
    if (from.isAfter(until) || Duration.between(from, until).compareTo(LONGEST) > 0) {
      throw new Refused("NEED-074", LONGEST.toDays());
    }
    return new Listing(
        ids,
        form.listed("service_code").stream()
            .map(it ->
                Offered.find(it)
                    .map(Offered::category)
                    .orElseThrow(() -> new Refused("NEED-073", it)))
            .collect(Collectors.toSet()),
        statuses(form),
        from,
        until,
        form.one("after").map(Listing::number).orElse(null),
        form.one("page_size").map(Listing::size).orElse(LARGEST_PAGE));
  }

  /** The same as a question to the needs. */
  FiledQuery by(String name) {
    boolean all = statuses.isEmpty();
    return new FiledQuery(
        name,
        from,
        until,
        categories,
        all || statuses.contains(OPEN),
        all || statuses.contains(CLOSED));
  }

  private static Set<String> statuses(Form form) {
    Set<String> given = Set.copyOf(form.listed("status"));
    if (!Set.of(OPEN, CLOSED).containsAll(given)) {
      throw Form.malformed("status", "field.form");
    }
    return given;
  }

  private static NeedId number(String text) {
    try {
      return new NeedId(text);
    } catch (IllegalArgumentException malformed) {
      throw Form.malformed("service_request_id", "field.id");
    }
  }

  /** A plus that was sent as it is arrives as a blank, and no time has one. */
  private static Instant moment(String parameter, String text) {
    try {
      return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
    } catch (DateTimeException malformed) {
      throw Form.malformed(parameter, "expected.instant");
    }
  }

  private static int size(String text) {
    if (!text.matches("[0-9]{1,3}")) {
      throw Form.malformed("page_size", "expected.integer");
    }
    int size = Integer.parseInt(text);
    if (size < 1 || size > LARGEST_PAGE) {
      throw Form.malformed("page_size", "expected.integer");
    }
    return size;
  }
}

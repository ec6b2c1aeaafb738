package org.threefold.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.events.Attributes;
import org.threefold.events.DivisionCode;
import org.threefold.events.NeedCategory;
import org.threefold.events.NeedEvent;
import org.threefold.events.NeedEvent.NeedSorted;
import org.threefold.events.NeedId;
import org.threefold.events.Stream;

/** A small aggregate for tests: counts how often it was sorted, in the words of real events. */
record Tally(
    int count, @Nullable NeedCategory last, @Nullable Instant due, @Nullable LocalDate day) {

  static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");

  static final AggregateType<Tally, NeedEvent> TYPE =
      AggregateType.of(
              "tallies",
              Tally.class,
              new Tally(0, null, null, null),
              NeedEvent.class,
              Tally::after,
              _ -> new DivisionCode("511523100001"))
          .dueAt(Tally::due);

  static NeedId need(int number) {
    return new NeedId(String.format("N-511523100001-20261124-%04d", number));
  }

  /** One more, of this category. */
  static Decision<Tally, NeedEvent> more(NeedId need, NeedCategory category) {
    return tally -> List.of(new NeedSorted(need, category, tally.count + 1));
  }

  Tally after(NeedEvent event) {
    return event instanceof NeedSorted sorted
        ? new Tally(
            count + 1,
            sorted.category(),
            sorted.category() == NeedCategory.OTHER ? NOON : null,
            today())
        : this;
  }

  static Cause.Asked asked(String key) {
    return new Cause.Asked(key, "hash-of-" + key, null, "RM_WORKER@RM-511523100001", NOON, null);
  }

  static Cause.Heard heard(String project, long version) {
    Attributes attributes =
        new Attributes(
            new Stream("project", project),
            version,
            "org.threefold.project.started.v1",
            "/threefold/project-management",
            NOON,
            project,
            "request/1",
            "UNDERTAKER@OP-1",
            null,
            null);
    return new Cause.Heard(attributes, "SYSTEM@needs-intake", NOON);
  }

  static LocalDate today() {
    return LocalDate.of(2026, 11, 24);
  }
}

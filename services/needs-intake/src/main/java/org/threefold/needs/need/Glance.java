package org.threefold.needs.need;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.threefold.events.NeedId;
import org.threefold.events.StationId;

/**
 * What anybody may know of a need who knows its number: how far it has come, and nothing of who
 * asked for what.
 *
 * @param owner the unit in charge
 * @param lastStep when something was last done about it
 * @param nextBy when the next step is due, if there is a time for it
 */
public record Glance(
    NeedId need,
    Status status,
    StationId owner,
    LocalDate collectedOn,
    Instant lastStep,
    @Nullable Instant nextBy) {

  static Glance of(Recorded it) {
    Kept kept = it.kept();
    Waiting waiting = kept.waiting();
    Instant begun = kept.history().getFirst().at();
    return new Glance(
        it.need(),
        it.status(),
        it.owner(),
        it.origin().collectedOn(),
        kept.history().reversed().stream()
            .filter(step -> !step.what().equals("NeedOverdue")) // Nothing was done then.
            .map(Step::at)
            .findFirst()
            .orElse(begun),
        it.status() == Status.FED_BACK
            ? kept.confirmBy()
            : waiting == null ? null : waiting.dueAt());
  }
}

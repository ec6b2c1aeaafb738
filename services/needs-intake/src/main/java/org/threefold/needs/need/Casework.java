package org.threefold.needs.need;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.threefold.events.CaseId;
import org.threefold.events.NeedId;
import org.threefold.events.ResidentRef;
import org.threefold.events.StationId;
import org.threefold.needs.need.NeedCommand.RouteBy.ToCase;

/**
 * The case a need has become, or will have become in a moment.
 *
 * @param round how often the need has become one
 * @param routedAt when it was decided
 * @param opened whether the case was seen to be open
 */
record Casework(
    int round,
    StationId unit,
    String worker,
    LocalDate consentOn,
    ConsentBy consentBy,
    String openedBy,
    Instant routedAt,
    boolean opened) {

  /** Who routes a need opens its case at once; if that broke off, somebody else does it now. */
  private static final Duration OPENED_WITHIN = Duration.ofSeconds(5);

  static Casework next(@Nullable Casework before, ToCase it, Instant at) {
    return new Casework(
        before == null ? 1 : before.round + 1,
        it.unit(),
        it.worker(),
        it.consentOn(),
        it.consentBy(),
        it.openedBy(),
        at,
        false);
  }

  CaseId id(NeedId need) {
    return CaseId.of(need, round);
  }

  /** The same, if it was this case that was seen. */
  Casework seenOpen(CaseId which) {
    if (!which.value().endsWith("-" + round)) {
      return this;
    }
    return new Casework(round, unit, worker, consentOn, consentBy, openedBy, routedAt, true);
  }

  /** When somebody has to look whether it was opened. */
  @Nullable Instant dueAt() {
    return opened ? null : routedAt.plus(OPENED_WITHIN);
  }

  CaseOpening opening(NeedId need, ResidentRef client) {
    return new CaseOpening(id(need), need, unit, client, worker, consentOn, consentBy, openedBy);
  }
}

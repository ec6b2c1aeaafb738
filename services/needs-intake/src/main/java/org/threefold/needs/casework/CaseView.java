package org.threefold.needs.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.access.Actor;
import org.threefold.access.Role;
import org.threefold.events.CaseCloseReason;
import org.threefold.events.CaseId;
import org.threefold.events.NeedId;
import org.threefold.events.ResidentRef;
import org.threefold.events.RiskLevel;
import org.threefold.events.StationId;
import org.threefold.needs.Entry;
import org.threefold.needs.need.CaseOpening;
import org.threefold.needs.need.ConsentBy;

/**
 * A case as it is shown.
 *
 * @param file what only the unit's workers and its supervisor see
 */
record CaseView(CaseId caseId, NeedId need, StationId unit, Stage stage, @Nullable Inside file) {

  /** What is written in a case. */
  record Inside(
      String worker,
      @Nullable ResidentRef client,
      @Nullable LocalDate consentOn,
      @Nullable ConsentBy consentBy,
      @Nullable RiskLevel risk,
      @Nullable Plan plan,
      int interventions,
      int minutes,
      @Nullable Result result,
      @Nullable CaseCloseReason closing,
      @Nullable End end,
      @Nullable Instant endedAt,
      List<FollowUp> followUps,
      List<Entry> entries) {}

  /** Whether this actor may read what is written. */
  static boolean isNear(CaseFile it, Actor actor) {
    boolean here = actor.is(Role.TST_WORKER) && it.unit().equals(actor.unit());
    return here || (actor.is(Role.SUPERVISOR) && actor.covers(it.unit().division()));
  }

  static CaseView outside(CaseFile it) {
    return new CaseView(it.id(), it.need(), it.unit(), it.stage(), null);
  }

  /** All of it; its words are as they were written. */
  static CaseView of(CaseFile it) {
    CaseKept kept = it.kept();
    CaseOpening opening = kept.opening();
    var inside =
        new Inside(
            it.worker(),
            opening == null ? null : opening.client(),
            opening == null ? null : opening.consentOn(),
            opening == null ? null : opening.consentBy(),
            it.risk(),
            it.plan(),
            it.interventions(),
            it.minutes(),
            it.result(),
            it.stage() == Stage.EVALUATED ? kept.closing() : null,
            it.end(),
            kept.endedAt(),
            kept.followUps(),
            kept.entries());
    return new CaseView(it.id(), it.need(), it.unit(), it.stage(), inside);
  }
}

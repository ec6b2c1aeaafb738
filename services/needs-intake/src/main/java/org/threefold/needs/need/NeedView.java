package org.threefold.needs.need;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.access.Actor;
import org.threefold.events.AgeBand;
import org.threefold.events.CaseId;
import org.threefold.events.Channel;
import org.threefold.events.ClientGroup;
import org.threefold.events.DeclineReason;
import org.threefold.events.DivisionCode;
import org.threefold.events.NeedCategory;
import org.threefold.events.NeedId;
import org.threefold.events.PriorityBand;
import org.threefold.events.ProjectId;
import org.threefold.events.ResidentRef;
import org.threefold.events.Route;
import org.threefold.events.StationId;

/**
 * A need as people see it; the words of residents and workers are for the town, and for the
 * department that is asked to help, only.
 *
 * @param askedCategory what the need was filed as, for whoever sorts it
 */
record NeedView(
    NeedId need,
    Status status,
    StationId unit,
    StationId owner,
    DivisionCode division,
    Channel channel,
    ResidentRef resident,
    AgeBand ageBand,
    List<ClientGroup> groups,
    LocalDate collectedOn,
    @Nullable NeedCategory category,
    @Nullable NeedCategory askedCategory,
    List<NeedId> duplicates,
    int returns,
    @Nullable Priority priority,
    List<Matched> matches,
    @Nullable Route route,
    @Nullable Referral referral,
    @Nullable ProjectId project,
    @Nullable CaseId caseId,
    @Nullable NeedId mergedInto,
    @Nullable DeclineReason declined,
    @Nullable Instant confirmBy,
    @Nullable Integer rating,
    int reopened,
    @Nullable Waiting waiting,
    @Nullable String text,
    List<Step> history) {

  /** The priority with the sum it comes from. */
  record Priority(int score, PriorityBand band, int persons, List<Analysis.Term> terms) {
    static @Nullable Priority of(@Nullable Analysis it) {
      return it == null ? null : new Priority(it.priority(), it.band(), it.persons(), it.terms());
    }
  }

  /** Whether this actor may read the words. */
  static boolean isNear(Recorded it, Actor actor) {
    Referral referral = it.referral();
    return it.origin().division().town().covers(actor.area())
        || (referral != null && referral.to().equals(actor.dept()));
  }

  /** What this actor sees of it; its words are as they were said. */
  static NeedView of(Need need, Actor actor) {
    if (!(need instanceof Recorded it)) {
      throw new IllegalArgumentException("Only a recorded need can be shown");
    }
    boolean near = isNear(it, actor);
    Kept kept = it.kept();
    return new NeedView(
        it.need(),
        it.status(),
        it.origin().unit(),
        it.owner(),
        it.origin().division(),
        it.origin().channel(),
        it.origin().resident(),
        it.origin().ageBand(),
        it.origin().groups(),
        it.origin().collectedOn(),
        it.category(),
        near && kept.filed() != null ? kept.filed().category() : null,
        kept.duplicates(),
        it.returns(),
        Priority.of(it.analysis()),
        it.matches(),
        it.route(),
        it.referral(),
        it.project(),
        it.lastCase(),
        it.mergedInto(),
        it.declined(),
        it.status() == Status.FED_BACK ? kept.confirmBy() : null,
        it.rating(),
        it.reopened(),
        kept.waiting(),
        near ? kept.text() : null,
        near ? kept.history() : kept.history().stream().map(Step::withoutNote).toList());
  }
}

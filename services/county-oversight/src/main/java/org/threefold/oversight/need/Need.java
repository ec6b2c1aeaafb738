package org.threefold.oversight.need;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.events.ClientGroup;
import org.threefold.events.NeedCategory;
import org.threefold.events.NeedEvent;
import org.threefold.events.NeedEvent.NeedAnalysed;
import org.threefold.events.NeedEvent.NeedClosed;
import org.threefold.events.NeedEvent.NeedCollected;
import org.threefold.events.NeedEvent.NeedDeclined;
import org.threefold.events.NeedEvent.NeedDisputed;
import org.threefold.events.NeedEvent.NeedEscalated;
import org.threefold.events.NeedEvent.NeedFeedbackGiven;
import org.threefold.events.NeedEvent.NeedInService;
import org.threefold.events.NeedEvent.NeedMatched;
import org.threefold.events.NeedEvent.NeedMerged;
import org.threefold.events.NeedEvent.NeedOverdue;
import org.threefold.events.NeedEvent.NeedPlanned;
import org.threefold.events.NeedEvent.NeedReferralAnswered;
import org.threefold.events.NeedEvent.NeedReferred;
import org.threefold.events.NeedEvent.NeedReopened;
import org.threefold.events.NeedEvent.NeedReturned;
import org.threefold.events.NeedEvent.NeedRouted;
import org.threefold.events.NeedEvent.NeedServed;
import org.threefold.events.NeedEvent.NeedSorted;
import org.threefold.events.NeedEvent.NeedUnplanned;
import org.threefold.events.PriorityBand;
import org.threefold.events.Route;
import org.threefold.oversight.place.Where;

/**
 * The row of one need, folded from the facts of its own stream alone, so that it is the same in
 * whatever order topics arrive.
 *
 * @param unit who owns it now
 * @param collectedOn the day, as text that sorts; empty until known
 * @param project the project that has it now, if any
 * @param projects every project that ever had it, oldest first
 * @param mergedInto the need that goes on for both, if it was merged
 * @param reached every step it ever reached
 * @param changedAt time of the last fact
 */
public record Need(
    String need,
    Where where,
    String unit,
    String collectedOn,
    List<ClientGroup> groups,
    NeedStatus status,
    @Nullable NeedCategory category,
    @Nullable Integer priority,
    @Nullable PriorityBand band,
    @Nullable Route route,
    @Nullable String project,
    List<String> projects,
    @Nullable String mergedInto,
    List<Step> reached,
    Instant changedAt) {

  /** The row after one more fact; total, for facts are not up for debate. */
  static Need after(@Nullable Need before, NeedEvent event, Instant at) {
    Draft row = before == null ? new Draft(event.need().value()) : new Draft(before);
    row.changedAt = at;
    NeedStatus status = NeedStatus.after(event);
    row.status = status == null ? row.status : status;
    switch (event) {
      case NeedCollected it -> {
        row.unit = it.unit().value();
        row.collectedOn = it.collectedOn().toString();
        row.groups = it.groups();
        row.reach(Step.COLLECTED);
      }
      case NeedSorted it -> {
        row.category = it.category();
        row.reach(Step.SORTED);
      }
      case NeedMerged it -> row.mergedInto = it.into().value();
      case NeedEscalated it -> row.unit = it.to().value();
      case NeedReturned it -> row.unit = it.to().value();
      case NeedAnalysed it -> {
        row.priority = it.priority();
        row.band = it.band();
        row.reach(Step.ANALYSED);
      }
      case NeedMatched _ -> {} // The thread tells; the row does not change.
      case NeedRouted it -> {
        row.route = it.route();
        row.reach(Step.ROUTED);
      }
      case NeedReferred _, NeedReferralAnswered _ -> {} // The status says it.
      case NeedDisputed _, NeedOverdue _ -> {} // The thread tells.
      case NeedReopened _ -> {
        row.route = null;
        row.project = null;
      }
      case NeedDeclined _ -> {} // The status says it.
      case NeedPlanned it -> {
        row.take(it.project().value());
        row.reach(Step.PLANNED);
      }
      case NeedUnplanned _ -> row.project = null;
      case NeedInService _ -> row.reach(Step.IN_SERVICE);
      case NeedServed _ -> row.reach(Step.SERVED);
      case NeedFeedbackGiven _ -> row.reach(Step.FED_BACK);
      case NeedClosed _ -> row.reach(Step.CLOSED);
    }
    return row.done();
  }
}

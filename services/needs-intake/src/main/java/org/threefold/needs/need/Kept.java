package org.threefold.needs.need;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.events.NeedEvent;
import org.threefold.events.NeedEvent.NeedServed;
import org.threefold.events.NeedId;
import org.threefold.needs.need.NeedCommand.Analyse;
import org.threefold.needs.need.NeedCommand.AnnounceMerge;
import org.threefold.needs.need.NeedCommand.CloseUnanswered;
import org.threefold.needs.need.NeedCommand.Collect;
import org.threefold.needs.need.NeedCommand.Complete;
import org.threefold.needs.need.NeedCommand.Confirm;
import org.threefold.needs.need.NeedCommand.Decline;
import org.threefold.needs.need.NeedCommand.Escalate;
import org.threefold.needs.need.NeedCommand.GiveFeedback;
import org.threefold.needs.need.NeedCommand.Match;
import org.threefold.needs.need.NeedCommand.MergeInto;
import org.threefold.needs.need.NeedCommand.Plan;
import org.threefold.needs.need.NeedCommand.ReturnToRoom;
import org.threefold.needs.need.NeedCommand.RouteBy;
import org.threefold.needs.need.NeedCommand.Serve;
import org.threefold.needs.need.NeedCommand.Sort;
import org.threefold.needs.need.NeedCommand.StartService;
import org.threefold.needs.need.NeedCommand.Unplan;
import org.threefold.needs.need.NeedCommand.WithdrawMerge;

/**
 * What intake keeps of a need for itself, for it must not be said, or nobody else needs it.
 *
 * @param text the resident's words
 * @param raisedBy stands for the resident who asked in person, if so
 * @param duplicates needs that were seen to be alike when this one was sorted
 * @param mergingInto where a merge is being tried
 * @param confirmBy when the need closes by itself
 * @param history the last steps, oldest first
 */
record Kept(
    String text,
    @Nullable String raisedBy,
    List<NeedId> duplicates,
    @Nullable NeedId mergingInto,
    @Nullable Instant confirmBy,
    List<Step> history) {

  static final Kept NOTHING = new Kept("", null, List.of(), null, null, List.of());

  /** So many alike needs are remembered, so many are counted at most. */
  static final int DUPLICATES_MAX = 100;

  /** A need that goes back and forth for ever remembers so many steps. */
  static final int HISTORY_MAX = 100;

  /** What is kept after a command was decided. */
  Kept after(NeedCommand command, List<? extends NeedEvent> facts, Instant at, String actor) {
    List<Step> steps = stepsAfter(command, facts, at, actor);
    return switch (command) {
      case Collect it ->
          new Kept(it.text(), it.raisedBy(), duplicates, mergingInto, confirmBy, steps);
      case Sort it -> new Kept(text, raisedBy, it.duplicates(), mergingInto, confirmBy, steps);
      case AnnounceMerge it -> new Kept(text, raisedBy, duplicates, it.into(), confirmBy, steps);
      case WithdrawMerge _, MergeInto _ ->
          new Kept(text, raisedBy, duplicates, null, confirmBy, steps);
      case GiveFeedback it ->
          new Kept(text, raisedBy, duplicates, mergingInto, it.confirmBy(), steps);
      case Escalate _,
          ReturnToRoom _,
          Analyse _,
          Match _,
          RouteBy _,
          Complete _,
          Decline _,
          Confirm _,
          CloseUnanswered _,
          Plan _,
          Unplan _,
          StartService _,
          Serve _ ->
          new Kept(text, raisedBy, duplicates, mergingInto, confirmBy, steps);
    };
  }

  private List<Step> stepsAfter(
      NeedCommand command, List<? extends NeedEvent> facts, Instant at, String actor) {
    List<Step> steps = new ArrayList<>(history);
    String note = command.note();
    for (NeedEvent fact : facts) {
      steps.add(new Step(fact.getClass().getSimpleName(), at, actor, note));
      note = null; // It stands with the first fact.
    }
    return List.copyOf(steps.subList(Math.max(0, steps.size() - HISTORY_MAX), steps.size()));
  }

  /** When the service was last said to be given. */
  @Nullable Instant servedAt() {
    return history.reversed().stream()
        .filter(step -> step.what().equals(NeedServed.class.getSimpleName()))
        .map(Step::at)
        .findFirst()
        .orElse(null);
  }
}

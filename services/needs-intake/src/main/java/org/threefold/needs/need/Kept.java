package org.threefold.needs.need;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.threefold.events.NeedEvent;
import org.threefold.events.NeedEvent.NeedClosed;
import org.threefold.events.NeedEvent.NeedDeclined;
import org.threefold.events.NeedEvent.NeedServed;
import org.threefold.events.NeedId;
import org.threefold.needs.need.NeedCommand.Analyse;
import org.threefold.needs.need.NeedCommand.AnnounceMerge;
import org.threefold.needs.need.NeedCommand.AnswerReferral;
import org.threefold.needs.need.NeedCommand.Collect;
import org.threefold.needs.need.NeedCommand.Complete;
import org.threefold.needs.need.NeedCommand.Confirm;
import org.threefold.needs.need.NeedCommand.Decline;
import org.threefold.needs.need.NeedCommand.Dispute;
import org.threefold.needs.need.NeedCommand.EndCase;
import org.threefold.needs.need.NeedCommand.Escalate;
import org.threefold.needs.need.NeedCommand.GiveFeedback;
import org.threefold.needs.need.NeedCommand.LetTimePass;
import org.threefold.needs.need.NeedCommand.Match;
import org.threefold.needs.need.NeedCommand.MergeInto;
import org.threefold.needs.need.NeedCommand.NoteCaseOpened;
import org.threefold.needs.need.NeedCommand.Plan;
import org.threefold.needs.need.NeedCommand.Reopen;
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
 * @param filed how it came in, if a program filed it
 * @param duplicates needs that were seen to be alike when this one was sorted
 * @param mergingInto where a merge is being tried
 * @param confirmBy when the need closes by itself
 * @param casework the last case the need has become, if any
 * @param waiting what somebody has to do in time
 * @param history the last steps, oldest first
 */
record Kept(
    String text,
    @Nullable String raisedBy,
    @Nullable Filed filed,
    List<NeedId> duplicates,
    @Nullable NeedId mergingInto,
    @Nullable Instant confirmBy,
    @Nullable Casework casework,
    @Nullable Waiting waiting,
    List<Step> history) {

  static final Kept NOTHING =
      new Kept("", null, null, List.of(), null, null, null, null, List.of());

  /** So many alike needs are remembered, so many are counted at most. */
  static final int DUPLICATES_MAX = 100;

  /** A need that goes back and forth for ever remembers so many steps. */
  static final int HISTORY_MAX = 100;

  private static final Set<String> ENDS =
      Stream.of(NeedClosed.class, NeedDeclined.class)
          .map(Class::getSimpleName)
          .collect(Collectors.toUnmodifiableSet());

  /** What is kept after a command was decided. */
  Kept after(
      NeedCommand command, List<? extends NeedEvent> facts, Instant at, String actor, Times times) {
    Kept noted =
        switch (command) {
          case Collect it ->
              new Kept(
                  it.text(), it.raisedBy(), it.filed(), List.of(), null, null, null, null, history);
          case Sort it -> with(it.duplicates(), mergingInto, confirmBy);
          case AnnounceMerge it -> with(duplicates, it.into(), confirmBy);
          case WithdrawMerge _, MergeInto _ -> with(duplicates, null, confirmBy);
          case GiveFeedback it -> with(duplicates, mergingInto, it.confirmBy());
          case Confirm _, Dispute _ -> with(duplicates, mergingInto, null);
          case LetTimePass _ -> with(duplicates, mergingInto, closes(facts) ? null : confirmBy);
          case RouteBy(_, _, var it) when it != null -> with(Casework.next(casework, it, at));
          case NoteCaseOpened it -> with(casework == null ? null : casework.seenOpen(it.caseId()));
          case Escalate _,
              ReturnToRoom _,
              Analyse _,
              Match _,
              RouteBy _,
              AnswerReferral _,
              Complete _,
              Decline _,
              Reopen _,
              Plan _,
              Unplan _,
              StartService _,
              Serve _,
              EndCase _ ->
              this;
        };
    return noted.then(times.after(waiting, facts, at), stepsAfter(command, facts, at, actor));
  }

  /** The same with all words said otherwise. */
  Kept saying(UnaryOperator<String> words) {
    List<Step> steps = history.stream().map(step -> step.saying(words)).toList();
    return new Kept(
        words.apply(text),
        raisedBy,
        filed,
        duplicates,
        mergingInto,
        confirmBy,
        casework,
        waiting,
        steps);
  }

  private Kept with(@Nullable Casework other) {
    return new Kept(
        text, raisedBy, filed, duplicates, mergingInto, confirmBy, other, waiting, history);
  }

  private static boolean closes(List<? extends NeedEvent> facts) {
    return facts.stream().anyMatch(NeedClosed.class::isInstance);
  }

  private Kept with(List<NeedId> alike, @Nullable NeedId announced, @Nullable Instant closesAt) {
    return new Kept(text, raisedBy, filed, alike, announced, closesAt, casework, waiting, history);
  }

  private Kept then(@Nullable Waiting next, List<Step> steps) {
    return new Kept(
        text, raisedBy, filed, duplicates, mergingInto, confirmBy, casework, next, steps);
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
    return lastOf(Set.of(NeedServed.class.getSimpleName()));
  }

  /** When the need was last over. */
  @Nullable Instant endedAt() {
    return lastOf(ENDS);
  }

  private @Nullable Instant lastOf(Set<String> facts) {
    return history.reversed().stream()
        .filter(step -> facts.contains(step.what()))
        .map(Step::at)
        .findFirst()
        .orElse(null);
  }
}

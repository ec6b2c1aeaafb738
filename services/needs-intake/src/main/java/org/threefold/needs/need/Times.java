package org.threefold.needs.need;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.calendar.WorkingDays;
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
import org.threefold.events.NeedStep;
import org.threefold.events.Route;
import org.threefold.needs.NeedsSettings;

/**
 * How long each step may take (domain §3.6): whole working days after the day it begins on, but for
 * the long wait for a project, which is counted as it passes.
 */
record Times(WorkingDays days, NeedsSettings settings) {

  /** So often is said that a step is late. */
  static final int REMINDERS_MAX = 3;

  /** When a step that begins now should be done. */
  Instant end(NeedStep step, Instant from) {
    return switch (step) {
      case SORT -> days.after(from, settings.sortWithin());
      case ANALYSE -> days.after(from, settings.analyseWithin());
      case ANSWER_ESCALATION -> days.after(from, settings.answerEscalationWithin());
      case ANSWER_REFERRAL -> days.after(from, settings.answerReferralWithin());
      case FEED_BACK -> days.after(from, settings.feedBackWithin());
      case BUNDLE -> from.plus(settings.bundleWithin());
    };
  }

  /** How long after its end a need may be taken up again. */
  Duration reopenWithin() {
    return settings.reopenWithin();
  }

  /** What is waited for after these facts. */
  @Nullable Waiting after(@Nullable Waiting before, List<? extends NeedEvent> facts, Instant at) {
    Waiting waiting = before;
    for (NeedEvent fact : facts) {
      waiting = after(waiting, fact, at);
    }
    return waiting;
  }

  private @Nullable Waiting after(@Nullable Waiting before, NeedEvent fact, Instant at) {
    return switch (fact) {
      case NeedCollected _ -> begin(NeedStep.SORT, at);
      case NeedSorted _, NeedReturned _ -> begin(NeedStep.ANALYSE, at);
      case NeedEscalated _ -> begin(NeedStep.ANSWER_ESCALATION, at);
      case NeedRouted it -> it.route() == Route.PROJECT ? begin(NeedStep.BUNDLE, at) : null;
      case NeedReferred it -> new Waiting(NeedStep.ANSWER_REFERRAL, it.dueAt(), 0, it.dueAt());
      case NeedUnplanned _ -> begin(NeedStep.BUNDLE, at);
      case NeedServed _ -> begin(NeedStep.FEED_BACK, at);
      case NeedOverdue _ -> before == null ? null : reminded(before);
      case NeedMatched _, NeedDisputed _ -> before;
      case NeedAnalysed _, NeedReferralAnswered _, NeedReopened _ -> null; // As long as it takes.
      case NeedPlanned _, NeedInService _ -> null; // The project has times of its own.
      case NeedFeedbackGiven _ -> null; // The resident has; see Kept.confirmBy.
      case NeedMerged _, NeedDeclined _, NeedClosed _ -> null;
    };
  }

  private Waiting begin(NeedStep step, Instant at) {
    Instant dueAt = end(step, at);
    return new Waiting(step, dueAt, 0, dueAt);
  }

  /** The same time has to pass once more before it is said again. */
  private Waiting reminded(Waiting it) {
    int reminders = it.reminders() + 1;
    Instant last = it.nextAt() == null ? it.dueAt() : it.nextAt();
    return new Waiting(
        it.step(), it.dueAt(), reminders, reminders < REMINDERS_MAX ? end(it.step(), last) : null);
  }
}

package org.threefold.funds.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.threefold.events.FundEvent.FundAmount;
import org.threefold.events.FundEvent.FundsCommitted;
import org.threefold.events.FundEvent.FundsReservationExpired;
import org.threefold.events.FundEvent.FundsReservationRejected;
import org.threefold.events.FundEvent.FundsReservationReleased;
import org.threefold.events.FundEvent.FundsReserved;
import org.threefold.events.FundEvent.LineFailure;
import org.threefold.events.ProjectId;
import org.threefold.events.ReleaseCause;
import org.threefold.funds.ledger.Funding.Status;

/** Rules of holding money for a project, promising it, and taking it back (domain §3.4.3). */
final class Reserving {

  private Reserving() {}

  /** Holds every line of the plan, or none and says why. */
  static void reserve(FundingCommand.Reserve it, Draft draft) {
    ProjectId project = it.project();
    Plan plan = it.plan();
    Funding before = draft.book().find(project).orElse(null);
    if (before != null && PlanRules.isRepeated(before, plan)) {
      return; // Asked again because the answer was late (X21); the answer is on its way or there.
    }
    boolean isBound =
        before != null && (before.status().isLive() || before.status() == Status.SETTLED);
    int last = before == null ? 0 : before.plan().version();
    boolean isStale = isBound || plan.version() <= last;
    List<LineFailure> failures = PlanRules.failures(plan, it.groups(), it.at(), isStale, draft);
    if (failures.isEmpty()) {
      hold(project, plan, it.at(), draft);
      return;
    }
    if (!isStale) {
      draft.note(new Change.PlanRejected(project, plan, failures));
    }
    draft.say(new FundsReservationRejected(project, plan.version(), failures), plan.division());
  }

  private static void hold(ProjectId project, Plan plan, Instant at, Draft draft) {
    Instant until = at.truncatedTo(ChronoUnit.MILLIS).plus(draft.book().terms().hold());
    moveAll(plan, Pot.AVAILABLE, Pot.HELD, draft);
    draft.note(new Change.Held(project, plan, until));
    draft.say(
        new FundsReserved(
            project,
            Funding.reservationOf(project, plan.version()),
            plan.version(),
            plan.lines().stream()
                .map(line -> new FundAmount(line.fund(), line.amountFen()))
                .toList(),
            plan.totalFen(),
            until),
        plan.division());
  }

  /**
   * Turns the hold into a promise; a hold that ran out is renewed once, if the money is still there
   * and of this year (X3).
   */
  static void commit(FundingCommand.Commit it, Draft draft) {
    Funding funding = draft.book().find(it.project()).orElse(null);
    if (funding == null || !funding.reservation().equals(it.reservation())) {
      return; // Approved on a plan that is not the last one; project management hears about the
      // last.
    }
    switch (funding.status()) {
      case HELD -> commitHeld(funding, draft);
      case EXPIRED -> commitExpired(funding, it.at(), draft);
      case REJECTED,
          RELEASED,
          COMMITTED,
          SETTLED -> {} // No hold, so nothing to promise; or promised already.
    }
  }

  private static void commitHeld(Funding funding, Draft draft) {
    List<LineFailure> failures = PlanRules.failuresToPromise(funding.plan(), draft);
    if (failures.isEmpty()) {
      promise(funding, draft);
    } else {
      moveAll(funding.plan(), Pot.HELD, Pot.AVAILABLE, draft);
      reject(funding, failures, draft);
    }
  }

  private static void commitExpired(Funding funding, Instant at, Draft draft) {
    List<LineFailure> failures = PlanRules.failuresToHoldAgain(funding.plan(), at, draft);
    if (failures.isEmpty()) {
      hold(funding.project(), funding.plan(), at, draft);
      promise(funding, draft);
    } else {
      reject(funding, failures, draft);
    }
  }

  private static void promise(Funding funding, Draft draft) {
    moveAll(funding.plan(), Pot.HELD, Pot.COMMITTED, draft);
    draft.note(new Change.Committed(funding.project()));
    draft.say(
        new FundsCommitted(funding.project(), funding.reservation(), funding.plan().totalFen()),
        funding.plan().division());
  }

  private static void reject(Funding funding, List<LineFailure> failures, Draft draft) {
    draft.note(new Change.PlanRejected(funding.project(), funding.plan(), failures));
    draft.say(
        new FundsReservationRejected(funding.project(), funding.plan().version(), failures),
        funding.plan().division());
  }

  /** Gives back what is held, or what is committed while there is no contract. */
  static void release(FundingCommand.Release it, Draft draft) {
    Funding funding = draft.book().find(it.project()).orElse(null);
    if (funding == null
        || !funding.status().isLive()
        || funding.contract() != null
        || (it.reservation() != null && !it.reservation().equals(funding.reservation()))) {
      return; // Nothing is bound by it.
    }
    free(funding, it.cause(), draft);
  }

  /** Gives back all that is bound for a project that has no contract. */
  static void free(Funding funding, ReleaseCause cause, Draft draft) {
    Pot bound = funding.status() == Status.HELD ? Pot.HELD : Pot.COMMITTED;
    moveAll(funding.plan(), bound, Pot.AVAILABLE, draft);
    draft.note(new Change.Freed(funding.project(), Status.RELEASED));
    draft.say(
        new FundsReservationReleased(
            funding.project(), funding.reservation(), funding.plan().totalFen(), cause),
        funding.plan().division());
  }

  /** Gives back what was held too long. */
  static void expire(FundingCommand.ExpireHold it, Draft draft) {
    Funding funding = draft.book().find(it.project()).orElse(null);
    if (funding == null || funding.expiresAt() == null || funding.expiresAt().isAfter(it.at())) {
      return; // Decided meanwhile.
    }
    moveAll(funding.plan(), Pot.HELD, Pot.AVAILABLE, draft);
    draft.note(new Change.Freed(funding.project(), Status.EXPIRED));
    draft.say(
        new FundsReservationExpired(
            funding.project(), funding.reservation(), funding.plan().totalFen()),
        funding.plan().division());
  }

  private static void moveAll(Plan plan, Pot from, Pot to, Draft draft) {
    for (Plan.Line line : plan.lines()) {
      draft.move(line.fund(), from, to, line.amountFen());
    }
  }
}

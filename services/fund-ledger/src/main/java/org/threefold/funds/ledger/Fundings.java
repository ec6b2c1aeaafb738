package org.threefold.funds.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.threefold.access.Actor;
import org.threefold.access.NotFound;
import org.threefold.events.ClientGroup;
import org.threefold.events.DisbursementId;
import org.threefold.events.ProjectId;
import org.threefold.events.Stream;
import org.threefold.funds.journal.Journal;
import org.threefold.funds.journal.Standing;
import org.threefold.messaging.Cause;
import org.threefold.messaging.Versioned;

/** The money of projects: asked for, promised, paid, looked at. */
@Component
class Fundings {

  private final Journal<FundBook, LedgerCommand, Change> journal;

  Fundings(Journal<FundBook, LedgerCommand, Change> journal) {
    this.journal = journal;
  }

  /** What a fact leads to, once. */
  void hear(LedgerCommand command, Cause.Heard cause) {
    journal.decide(command, cause);
  }

  /**
   * Decides about a disbursement that the actor may see.
   *
   * @throws NotFound if the actor may not
   */
  Versioned<FundingView> decide(
      DisbursementId id, FundingCommand command, Actor actor, Cause.Asked cause) {
    ProjectId project = journal.look(now -> seen(now, now.book().get(id), id, actor)).project();
    return decide(project, command, actor, cause);
  }

  /**
   * Decides about the money of a project that the actor may see.
   *
   * @throws NotFound if the actor may not
   */
  Versioned<FundingView> decide(
      ProjectId project, FundingCommand command, Actor actor, Cause.Asked cause) {
    find(project, actor);
    journal.decide(command, cause);
    return find(project, actor);
  }

  /** Every line of the plan that would fail now. Nothing is asked for, and nothing changes. */
  List<Explanation> check(Plan plan, List<ClientGroup> groups, Instant at) {
    return journal.look(now ->
        Explanation.of(
            PlanRules.failures(plan, groups, at, false, new Draft(now.book(), now.accounts()))));
  }

  /**
   * The money of the project, if the actor may see it.
   *
   * @throws NotFound otherwise
   */
  Versioned<FundingView> find(ProjectId project, Actor actor) {
    return journal.look(now -> {
      Funding funding = now.book().find(project).orElseThrow(() -> new NotFound(project));
      return versioned(now, seen(now, funding, project, actor));
    });
  }

  /**
   * Disbursements that wait for an approval, as far as the actor may see them, in the order of
   * their ids.
   */
  List<FundingView.Payment> waiting(@Nullable String after, int limit, Actor actor) {
    return journal.look(now ->
        now.book().waitingAfter(after).keySet().stream()
            .map(DisbursementId::new)
            .filter(id -> Sight.sees(actor, now.book().get(id), now.book()))
            .limit(limit)
            .map(id -> payment(now.book().get(id), id))
            .toList());
  }

  private static FundingView.Payment payment(Funding funding, DisbursementId id) {
    return FundingView.Payment.of(funding.project(), funding.get(id));
  }

  private static Funding seen(Standing<FundBook> now, Funding funding, Object asked, Actor actor) {
    if (!Sight.sees(actor, funding, now.book())) {
      throw new NotFound(asked);
    }
    return funding;
  }

  private static Versioned<FundingView> versioned(Standing<FundBook> now, Funding funding) {
    return new Versioned<>(
        funding.project().value(),
        now.version(new Stream("funding", funding.project().value())),
        FundingView.of(funding, now.book().terms()));
  }
}

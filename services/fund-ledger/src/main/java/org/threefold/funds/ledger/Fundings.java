package org.threefold.funds.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.threefold.access.Actor;
import org.threefold.access.NotFound;
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

  Versioned<FundingView> approve(DisbursementId id, Actor actor, Cause.Asked cause) {
    journal.look(now -> seen(now, now.book().get(id), id, actor));
    journal.decide(
        new FundingCommand.ApproveDisbursement(id, actor.subject(), actor.roles()), cause);
    return journal.look(now -> versioned(now, now.book().get(id)));
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

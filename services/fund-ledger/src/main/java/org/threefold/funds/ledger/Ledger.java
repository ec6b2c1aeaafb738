package org.threefold.funds.ledger;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.threefold.access.Actor;
import org.threefold.access.NotFound;
import org.threefold.events.FreezeReason;
import org.threefold.events.FundId;
import org.threefold.events.ProjectId;
import org.threefold.funds.journal.Journal;
import org.threefold.funds.journal.Standing;
import org.threefold.messaging.Cause;

/** The ledger as the features around it see it: whose money there is, and how the books stand. */
@Component
public final class Ledger {

  private static final String ACTOR = "SYSTEM@fund-ledger";

  private final Journal<FundBook, LedgerCommand, Change> journal;

  Ledger(Journal<FundBook, LedgerCommand, Change> journal) {
    this.journal = journal;
  }

  /**
   * The fund, if the actor may see it.
   *
   * @throws NotFound otherwise
   */
  public FundLabel fund(FundId id, Actor actor) {
    return journal.look(now ->
        now.book()
            .find(id)
            .filter(fund -> Sight.sees(actor, fund))
            .map(FundLabel::of)
            .orElseThrow(() -> new NotFound(id)));
  }

  /** The funds of this kind, as far as the actor may see them, in the order of their ids. */
  public List<FundLabel> funds(Predicate<FundLabel> which, Actor actor) {
    return journal.look(now ->
        now.book().fundsAfter(null).stream()
            .filter(fund -> Sight.sees(actor, fund))
            .map(FundLabel::of)
            .filter(which)
            .toList());
  }

  /**
   * Goes on if there is money of this project and the actor may see it.
   *
   * @throws NotFound otherwise
   */
  public void mustSee(ProjectId project, Actor actor) {
    boolean isSeen =
        journal.look(now ->
            now.book()
                .find(project)
                .filter(funding -> Sight.sees(actor, funding, now.book()))
                .isPresent());
    if (!isSeen) {
      throw new NotFound(project);
    }
  }

  /**
   * Goes on if the actor may see every fund there is, for what shows all of them.
   *
   * @throws NotFound otherwise
   */
  public void mustSeeAll(Actor actor) {
    boolean isSeen =
        journal.look(
            now -> now.book().fundsAfter(null).stream().allMatch(fund -> Sight.sees(actor, fund)));
    if (!isSeen) {
      throw new NotFound("journal");
    }
  }

  /** Looks at the books as they stand between two entries; see {@link Journal#look}. */
  public <R> R look(Function<Standing<?>, R> eye) {
    return journal.look(eye);
  }

  /** The last entry there is, without waiting for the writer. */
  public long seq() {
    return journal.seq();
  }

  /** Nothing moves on the fund any more until somebody has looked (AL-11). */
  public void freeze(FundId fund, Instant at) {
    journal.decide(
        new FundCommand.Freeze(fund, FreezeReason.BROKEN_IDENTITY),
        new Cause.Due("freeze/" + fund, ACTOR, at));
  }
}

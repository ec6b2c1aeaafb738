package org.threefold.funds.ledger;

import java.util.List;
import org.springframework.stereotype.Component;
import org.threefold.access.Actor;
import org.threefold.access.NotFound;
import org.threefold.events.FundId;
import org.threefold.events.Stream;
import org.threefold.funds.journal.Journal;
import org.threefold.funds.journal.Standing;
import org.threefold.messaging.Cause;
import org.threefold.messaging.Versioned;

/** The micro-funds of the communities: founded, filled, given away, looked at. */
@Component
class Micros {

  private final Journal<FundBook, LedgerCommand, Change> journal;

  Micros(Journal<FundBook, LedgerCommand, Change> journal) {
    this.journal = journal;
  }

  /**
   * Decides about a micro-fund, or a fund that is to become one, if the actor may see it.
   *
   * @throws NotFound if the actor may not
   */
  Versioned<MicroFundView> decide(MicroCommand command, Actor actor, Cause.Asked cause) {
    journal.look(now -> seen(command.fund(), actor, now));
    journal.decide(command, cause);
    return find(command.fund(), actor);
  }

  /**
   * The micro-fund, if the actor may see it.
   *
   * @throws NotFound otherwise
   */
  Versioned<MicroFundView> find(FundId id, Actor actor) {
    return journal.look(now -> {
      Fund fund = seen(id, actor, now);
      return new Versioned<>(
          id.value(), now.version(new Stream("fund", id.value())), view(fund, now));
    });
  }

  /** Micro-funds the actor may see, in the order of their ids. There are never many. */
  List<MicroFundView> all(Actor actor) {
    return journal.look(now ->
        now.book()
            .micros()
            .all()
            .map(micro -> now.book().get(micro.fund()))
            .filter(fund -> Sight.seesMicro(actor, fund))
            .map(fund -> view(fund, now))
            .toList());
  }

  private static Fund seen(FundId id, Actor actor, Standing<FundBook> now) {
    return now.book()
        .find(id)
        .filter(fund -> Sight.seesMicro(actor, fund))
        .orElseThrow(() -> new NotFound(id));
  }

  private static MicroFundView view(Fund fund, Standing<FundBook> now) {
    return MicroFundView.of(now.book().micros().get(fund.id()), fund, now.accounts());
  }
}

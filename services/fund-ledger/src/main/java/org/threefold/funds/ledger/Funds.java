package org.threefold.funds.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.threefold.access.Actor;
import org.threefold.access.NotFound;
import org.threefold.events.FundId;
import org.threefold.events.SourceId;
import org.threefold.events.Stream;
import org.threefold.funds.journal.Journal;
import org.threefold.funds.journal.Receipt;
import org.threefold.funds.journal.Standing;
import org.threefold.messaging.Cause;
import org.threefold.messaging.Versioned;

/** The funds of the county: opened, paid into, looked at. */
@Component
class Funds {

  private final Journal<FundBook, LedgerCommand, Change> journal;

  Funds(Journal<FundBook, LedgerCommand, Change> journal) {
    this.journal = journal;
  }

  Versioned<FundView> open(FundCommand.OpenFund command, Cause.Asked cause) {
    Receipt receipt = journal.decide(command, cause);
    return show(new FundId(receipt.ref()));
  }

  /**
   * Decides about a fund that the actor may see.
   *
   * @throws NotFound if the actor may not
   */
  Versioned<FundView> decide(FundCommand.OfFund command, Actor actor, Cause.Asked cause) {
    find(command.fund(), actor);
    journal.decide(command, cause);
    return show(command.fund());
  }

  Versioned<Source> register(FundCommand.RegisterSource command, Cause.Asked cause) {
    Receipt receipt = journal.decide(command, cause);
    SourceId id = new SourceId(receipt.ref());
    return journal.look(now -> versioned(now, now.book().find(id).orElseThrow()));
  }

  /**
   * The source, if the actor may see it.
   *
   * @throws NotFound otherwise
   */
  Versioned<Source> find(SourceId id, Actor actor) {
    return journal.look(now ->
        now.book()
            .find(id)
            .filter(source -> Sight.sees(actor, source))
            .map(source -> versioned(now, source))
            .orElseThrow(() -> new NotFound(id)));
  }

  /** Sources the actor may see, in the order of their ids. There are never many. */
  List<Source> sources(Actor actor) {
    return journal.look(
        now -> now.book().sources().stream().filter(source -> Sight.sees(actor, source)).toList());
  }

  private static Versioned<Source> versioned(Standing<FundBook> now, Source source) {
    return new Versioned<>(
        source.id().value(), now.version(new Stream("source", source.id().value())), source);
  }

  private Versioned<FundView> show(FundId fund) {
    return journal.look(now -> versioned(now, now.book().get(fund)));
  }

  /**
   * The fund, if the actor may see it.
   *
   * @throws NotFound otherwise
   */
  Versioned<FundView> find(FundId id, Actor actor) {
    return journal.look(now ->
        now.book()
            .find(id)
            .filter(fund -> Sight.sees(actor, fund))
            .map(fund -> versioned(now, fund))
            .orElseThrow(() -> new NotFound(id)));
  }

  /** Funds the actor may see, in the order of their ids. */
  List<FundView> page(@Nullable String after, int limit, Actor actor) {
    return journal.look(now ->
        now.book().fundsAfter(after).stream()
            .filter(fund -> Sight.sees(actor, fund))
            .limit(limit)
            .map(fund -> FundView.of(fund, now.accounts()))
            .toList());
  }

  /**
   * Decides about the fees of a fund that the actor may see.
   *
   * @throws NotFound if the actor may not
   */
  Versioned<FeeView> decide(FeeCommand.OfFund command, Actor actor, Cause.Asked cause) {
    find(command.fund(), actor);
    journal.decide(command, cause);
    return fees(command.fund(), actor);
  }

  /**
   * The fees of a fund, if the actor may see it.
   *
   * @throws NotFound otherwise
   */
  Versioned<FeeView> fees(FundId id, Actor actor) {
    return journal.look(now ->
        now.book()
            .find(id)
            .filter(fund -> Sight.sees(actor, fund))
            .map(fund ->
                new Versioned<>(
                    id.value(),
                    now.version(new Stream("fund", id.value())),
                    FeeView.of(fund, now.book(), now.accounts())))
            .orElseThrow(() -> new NotFound(id)));
  }

  /** What was drawn in for the funds of a year, as far as the actor may see them. */
  LeverageView leverage(int year, Actor actor) {
    return journal.look(now -> LeverageView.of(year, actor, now.book(), now.accounts()));
  }

  private static Versioned<FundView> versioned(Standing<FundBook> now, Fund fund) {
    return new Versioned<>(
        fund.id().value(),
        now.version(new Stream("fund", fund.id().value())),
        FundView.of(fund, now.accounts()));
  }
}

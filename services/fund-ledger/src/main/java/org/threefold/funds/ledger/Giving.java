package org.threefold.funds.ledger;

import java.util.List;
import java.util.Objects;
import org.threefold.access.Refused;
import org.threefold.events.ClientGroup;
import org.threefold.events.FundEvent.FundContributionReceived;
import org.threefold.events.FundEvent.FundOpened;
import org.threefold.events.FundId;
import org.threefold.events.Purpose;

/** Rules of funds and of what is paid into them. */
final class Giving {

  private static final int MOST_OF_A_KIND = 9999;

  private Giving() {}

  static void decide(FundCommand command, Draft draft) {
    switch (command) {
      case FundCommand.OpenFund it -> open(it, draft);
      case FundCommand.Contribute it -> contribute(it, draft);
    }
  }

  private static void open(FundCommand.OpenFund it, Draft draft) {
    FundId id = it.fund() == null ? nextId(it, draft.book()) : it.fund();
    if (draft.book().find(id).isPresent()) {
      throw new Refused("FUND-009", id);
    }
    Restrictions type = Restrictions.of(it.type());
    List<Purpose> purposes = Objects.requireNonNullElse(it.purposes(), type.purposes());
    List<ClientGroup> groups = Objects.requireNonNullElse(it.groups(), type.groups());
    if (purposes.isEmpty()) {
      throw new Refused("FUND-004", it.type());
    }
    if (!type.permit(purposes, groups) || (groups.isEmpty() && !type.groups().isEmpty())) {
      throw new Refused("FUND-010", it.type());
    }
    Fund fund =
        new Fund(
            id,
            it.name(),
            it.type(),
            it.owner(),
            it.fiscalYear(),
            it.division(),
            purposes,
            groups,
            Fund.Status.OPEN);
    draft.note(new Change.Opened(fund));
    draft.say(
        new FundOpened(
            id, it.name(), it.type(), it.owner(), it.fiscalYear(), it.division(), purposes, groups),
        it.division());
    draft.refer(id);
  }

  private static FundId nextId(FundCommand.OpenFund it, FundBook book) {
    for (int number = 1; number <= MOST_OF_A_KIND; number++) {
      FundId id = new FundId("F-%d-%s-%02d".formatted(it.fiscalYear(), it.type(), number));
      if (book.find(id).isEmpty()) {
        return id;
      }
    }
    throw new Refused("FUND-009", it.type());
  }

  private static void contribute(FundCommand.Contribute it, Draft draft) {
    Fund fund = draft.book().get(it.fund());
    if (it.amountFen() <= 0) {
      throw new Refused("FUND-001", it.amountFen());
    }
    if (!fund.isOpen()) {
      throw new Refused("FUND-007", fund.id());
    }
    try {
      draft.move(fund.id(), Pot.RECEIVED, Pot.AVAILABLE, it.amountFen());
    } catch (ArithmeticException uncountable) {
      throw new Refused("FUND-001", it.amountFen());
    }
    draft.say(
        new FundContributionReceived(fund.id(), it.amountFen(), it.payer(), it.ref()),
        fund.division());
    draft.refer(fund.id());
  }
}

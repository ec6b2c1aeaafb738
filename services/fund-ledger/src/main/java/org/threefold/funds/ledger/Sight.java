package org.threefold.funds.ledger;

import java.util.Set;
import org.threefold.access.Actor;
import org.threefold.access.Role;
import org.threefold.events.DeptCode;

/**
 * Who sees what of the money: the county all, a purchaser its department's, everybody else what is
 * in the area.
 */
final class Sight {

  private static final Set<Role> COUNTY =
      Set.of(Role.FINANCE, Role.CAB, Role.HUB_MANAGER, Role.AUDITOR);

  private Sight() {}

  static boolean sees(Actor actor, Source source) {
    return actor.roles().stream().anyMatch(COUNTY::contains) || buysFor(actor, source.owner());
  }

  static boolean sees(Actor actor, Fund fund) {
    return (actor.roles().stream().anyMatch(COUNTY::contains) && actor.covers(fund.division()))
        || buysFor(actor, fund.owner());
  }

  /** A town's head looks after the micro-funds of its area. */
  static boolean seesMicro(Actor actor, Fund fund) {
    return sees(actor, fund) || (actor.is(Role.TST_HEAD) && actor.covers(fund.division()));
  }

  static boolean sees(Actor actor, Funding funding, FundBook book) {
    if (actor.roles().stream().anyMatch(role -> role != Role.PURCHASER)) {
      return actor.covers(funding.plan().division());
    }
    Contract contract = funding.contract();
    return (contract != null && buysFor(actor, contract.purchaser()))
        || funding.plan().lines().stream()
            .flatMap(line -> book.find(line.fund()).stream())
            .anyMatch(fund -> buysFor(actor, fund.owner()));
  }

  private static boolean buysFor(Actor actor, DeptCode owner) {
    return actor.is(Role.PURCHASER) && owner.equals(actor.dept());
  }
}

package org.threefold.funds.ledger;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.threefold.access.Refused;
import org.threefold.access.Role;
import org.threefold.events.FreezeReason;
import org.threefold.events.FundEvent.FundFrozen;
import org.threefold.events.FundEvent.FundUnfrozen;
import org.threefold.events.FundEvent.FundYearClosed;
import org.threefold.events.FundId;

/**
 * Rules of freezing funds, freeing them again, and closing them with their year (domain §3.4.4).
 */
final class Guarding {

  /** The two sides that must both agree, each with a person of its own. */
  private static final List<Role> SIDES = List.of(Role.FINANCE, Role.CAB);

  private Guarding() {}

  static void freeze(FundCommand.Freeze it, Draft draft) {
    Fund fund = draft.book().get(it.fund());
    if (fund.isOpen()) {
      freeze(fund, it.reason(), draft);
    } else if (it.reason() == FreezeReason.COUNTY_ORDER) {
      throw new Refused("FUND-019", fund.id(), fund.status());
    }
    draft.refer(fund.id());
  }

  static void freeze(Fund fund, FreezeReason reason, Draft draft) {
    if (fund.isOpen()) {
      draft.note(new Change.Frozen(fund.id(), reason.name()));
      draft.say(new FundFrozen(fund.id(), reason), fund.division());
    }
  }

  static void unfreeze(FundCommand.Unfreeze it, Draft draft) {
    Fund fund = draft.book().get(it.fund());
    if (fund.status() != Fund.Status.FROZEN) {
      throw new Refused("FUND-019", fund.id(), fund.status());
    }
    if (draft.availableFen(fund.id()) < 0) {
      throw new Refused("FUND-023", fund.id(), -draft.availableFen(fund.id()));
    }
    if (bothAgree(fund, "unfreeze", it.subject(), it.roles(), draft)) {
      draft.note(new Change.Unfrozen(fund.id()));
      draft.say(new FundUnfrozen(fund.id()), fund.division());
    }
    draft.refer(fund.id());
  }

  /**
   * Closes a fund whose year is over and that binds nothing any more. What is left lapses to where
   * it came from; carrying some of it over needs finance and civil affairs.
   */
  static void closeYear(FundCommand.CloseYear it, Draft draft) {
    Fund fund = draft.book().get(it.fund());
    if (!fund.isOpen()) {
      throw new Refused("FUND-019", fund.id(), fund.status());
    }
    if (!fund.isFiscal() || !fund.isYearOver(it.at())) {
      throw new Refused("FUND-029", fund.id(), fund.fiscalYear());
    }
    long boundFen =
        Math.addExact(draft.on(fund.id(), Pot.HELD), draft.on(fund.id(), Pot.COMMITTED));
    if (boundFen != 0) {
      throw new Refused("FUND-017", fund.id(), boundFen);
    }
    long leftFen = draft.availableFen(fund.id());
    FundId into = it.into();
    boolean carries = it.carryOverFen() != 0 || into != null;
    if (carries) {
      mustTake(fund, it, leftFen, draft);
    }
    String terms =
        "close %d carry %d into %s".formatted(fund.fiscalYear(), it.carryOverFen(), into);
    if (!carries || bothAgree(fund, terms, it.subject(), it.roles(), draft)) {
      close(fund, it.carryOverFen(), leftFen, into, draft);
    }
    draft.refer(fund.id());
  }

  private static void mustTake(Fund fund, FundCommand.CloseYear it, long leftFen, Draft draft) {
    FundId into = it.into();
    boolean fits =
        it.carryOverFen() > 0
            && it.carryOverFen() <= leftFen
            && into != null
            && draft
                .book()
                .find(into)
                .filter(Fund::isOpen)
                .filter(next -> next.type() == fund.type())
                .filter(next -> next.owner().equals(fund.owner()))
                .filter(next -> Objects.equals(next.source(), fund.source()))
                .filter(next -> next.fiscalYear() == fund.fiscalYear() + 1)
                .isPresent();
    if (!fits) {
      throw new Refused("FUND-026", fund.id(), it.carryOverFen());
    }
  }

  /** Money that goes on leaves the county's books for a moment, so that each fund adds up alone. */
  private static void close(
      Fund fund, long carryOverFen, long leftFen, @Nullable FundId into, Draft draft) {
    draft.move(fund.id(), Pot.AVAILABLE, Pot.RECEIVED, leftFen);
    if (into != null) {
      draft.receive(into, carryOverFen);
    }
    draft.note(new Change.Closed(fund.id()));
    draft.say(
        new FundYearClosed(
            fund.id(), fund.fiscalYear(), carryOverFen, leftFen - carryOverFen, into),
        fund.division());
  }

  /** Whether this is the second side that asks for it; if it is the first, that is noted. */
  private static boolean bothAgree(
      Fund fund, String terms, String subject, Set<Role> roles, Draft draft) {
    Agreement before = fund.agreement();
    if (before != null && before.terms().equals(terms) && hasOther(before.role(), roles)) {
      if (before.subject().equals(subject)) {
        throw new Refused("FUND-032", fund.id());
      }
      return true;
    }
    Role side =
        SIDES.stream()
            .filter(roles::contains)
            .findFirst()
            .orElseThrow(() -> new Refused("FUND-033", fund.id(), SIDES));
    draft.note(new Change.Agreed(fund.id(), new Agreement(terms, subject, side)));
    return false;
  }

  private static boolean hasOther(Role side, Set<Role> roles) {
    return SIDES.stream().anyMatch(it -> it != side && roles.contains(it));
  }
}

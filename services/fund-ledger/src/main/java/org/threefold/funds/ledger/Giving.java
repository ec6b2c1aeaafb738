package org.threefold.funds.ledger;

import org.threefold.access.Refused;
import org.threefold.events.FreezeReason;
import org.threefold.events.FundEvent.FundAllocationRecorded;
import org.threefold.events.FundEvent.FundContributionReceived;
import org.threefold.events.FundEvent.FundContributionReversed;
import org.threefold.events.ReleaseCause;
import org.threefold.funds.ledger.Receipts.Receipt;

/** Rules of what is paid into funds, taken back by the bank, and set aside for units. */
final class Giving {

  private Giving() {}

  static void contribute(FundCommand.Contribute it, Draft draft) {
    Fund fund = draft.book().get(it.fund());
    if (it.amountFen() <= 0) {
      throw new Refused("FUND-001", it.amountFen());
    }
    if (fund.status() == Fund.Status.CLOSED) {
      throw new Refused("FUND-007", fund.id()); // A frozen fund may be filled up again.
    }
    if (draft.book().micros().find(fund.id()).isPresent()) {
      throw new Refused("FUND-047", fund.id()); // What it is given has a door of its own.
    }
    if (draft.book().receipts().find(fund.id(), it.ref()).isPresent()) {
      throw new Refused("FUND-015", it.ref(), fund.id());
    }
    draft.receive(fund.id(), it.amountFen());
    draft.note(
        new Change.Received(new Receipt(fund.id(), it.ref(), it.amountFen(), it.payer(), false)));
    draft.say(
        new FundContributionReceived(fund.id(), it.amountFen(), it.payer(), it.ref()),
        fund.division());
    draft.refer(fund.id());
  }

  /**
   * What the bank took back is gone, whether the fund can spare it or not: if it cannot, the fund
   * is frozen and gives back what it holds, the newest first; what is promised stays promised
   * (X12).
   */
  static void reverse(FundCommand.Reverse it, Draft draft) {
    Fund fund = draft.book().get(it.fund());
    Receipt receipt =
        draft
            .book()
            .receipts()
            .find(fund.id(), it.ref())
            .filter(known -> !known.reversed())
            .orElseThrow(() -> new Refused("FUND-016", it.ref(), fund.id()));
    if (fund.status() == Fund.Status.CLOSED) {
      throw new Refused("FUND-007", fund.id());
    }
    if (receipt.amountFen() > draft.availableFen(fund.id())) {
      Guarding.freeze(fund, FreezeReason.CONTRIBUTION_REVERSED, draft);
      for (Funding newest : draft.book().heldFrom(fund.id())) {
        if (receipt.amountFen() <= draft.availableFen(fund.id())) {
          break;
        }
        Reserving.free(newest, ReleaseCause.CONTRIBUTION_REVERSED, draft);
      }
    }
    draft.move(fund.id(), Pot.AVAILABLE, Pot.RECEIVED, receipt.amountFen());
    draft.note(new Change.TakenBack(fund.id(), it.ref()));
    draft.say(
        new FundContributionReversed(fund.id(), receipt.amountFen(), it.ref()), fund.division());
    draft.refer(fund.id());
  }

  /** Sets aside what a unit may spend on its running costs, once for each unit. */
  static void allocate(FundCommand.Allocate it, Draft draft) {
    Fund fund = draft.book().get(it.fund());
    if (it.amountFen() <= 0 || it.amountFen() > Draft.MOST_FEN) {
      throw new Refused("FUND-001", it.amountFen());
    }
    if (!fund.isOpen() || (fund.isFiscal() && fund.isYearOver(it.at()))) {
      throw new Refused("FUND-007", fund.id());
    }
    if (!fund.isFor(it.unit().division())) {
      throw new Refused("FUND-012", fund.id());
    }
    if (draft.book().isAllocated(fund.id(), it.unit())) {
      throw new Refused("FUND-005", it.unit(), fund.id());
    }
    draft.note(new Change.Allocated(fund.id(), it.unit(), it.amountFen()));
    draft.say(new FundAllocationRecorded(fund.id(), it.unit(), it.amountFen()), fund.division());
    draft.refer(fund.id());
  }
}

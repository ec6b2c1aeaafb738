package org.threefold.funds.ledger;

import static org.threefold.funds.ledger.Terms.SETTLEMENT;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.threefold.access.NotFound;
import org.threefold.access.Refused;
import org.threefold.access.Role;
import org.threefold.events.DisbursementId;
import org.threefold.events.FundEvent.FundAmount;
import org.threefold.events.FundEvent.FundsRefunded;
import org.threefold.events.FundId;
import org.threefold.events.ProjectId;
import org.threefold.funds.ledger.Funding.Status;

/**
 * Rules of ending a project's money early, and of money that comes back (domain §3.4.3, X7, X11).
 */
final class Settling {

  private Settling() {}

  /** What was asked for and not paid is void; only the settlement pays from now on. */
  static void terminate(FundingCommand.Terminate it, Draft draft) {
    draft
        .book()
        .find(it.project())
        .filter(funding -> funding.status() == Status.COMMITTED)
        .filter(funding -> !funding.ending().terminated())
        .ifPresent(_ -> draft.note(new Change.Terminated(it.project())));
  }

  /**
   * Two persons agree what the work done was worth: what is missing to that is paid, what is still
   * promised goes back, and what was paid beyond it is owed by the payee.
   */
  static void settle(FundingCommand.Settle it, Draft draft) {
    Funding funding = funding(it.project(), draft);
    if (funding.status() != Status.COMMITTED || !funding.ending().terminated()) {
      throw new Refused("FUND-027", it.project());
    }
    if (it.acceptedFen() < 0) {
      throw new Refused("FUND-001", it.acceptedFen());
    }
    // What came back went to the funds, so it can be promised again, but not be paid from here.
    long netFen = funding.paidFen() - funding.ending().refundedFen();
    long promisedFen = funding.plan().totalFen() - funding.paidFen();
    long mostFen = Math.min(funding.payableFen(), Math.addExact(netFen, promisedFen));
    if (it.acceptedFen() > mostFen) {
      throw new Refused("FUND-018", it.acceptedFen(), mostFen);
    }
    if (bothAgree(funding, it, draft)) {
      Funding paid = payMissing(funding, it.acceptedFen() - netFen, draft);
      Funding owed =
          draft.note(paid, new Change.Owed(it.project(), Math.max(0, netFen - it.acceptedFen())));
      Paying.settle(owed, draft);
    }
    draft.refer(it.project());
  }

  private static boolean bothAgree(Funding funding, FundingCommand.Settle it, Draft draft) {
    String terms = "accept " + it.acceptedFen();
    Agreement before = funding.ending().agreement();
    if (before == null || !before.terms().equals(terms)) {
      Role role = Paying.roleOf(it.roles(), true, it.project());
      draft.note(
          new Change.SettlementAgreed(it.project(), new Agreement(terms, it.subject(), role)));
      return false;
    }
    if (before.subject().equals(it.subject())) {
      throw new Refused("FUND-032", it.project());
    }
    Role _ = Paying.roleOf(it.roles(), false, it.project());
    return true;
  }

  private static Funding payMissing(Funding funding, long missingFen, Draft draft) {
    if (missingFen <= 0) {
      return funding;
    }
    Disbursement last =
        Disbursement.due(
            new DisbursementId(funding.reservation() + "-T" + SETTLEMENT),
            SETTLEMENT,
            Split.of(missingFen, Paying.parts(funding)),
            missingFen);
    Funding due = draft.note(funding, new Change.TrancheDue(funding.project(), last));
    return Paying.payOut(due, last, draft);
  }

  /** The payee gives money back: it goes to the funds it came from, in proportion. */
  static void refund(FundingCommand.Refund it, Draft draft) {
    Funding funding = funding(it.project(), draft);
    Contract contract = funding.contract();
    long mostFen = funding.paidFen() - funding.ending().refundedFen();
    if (it.amountFen() <= 0) {
      throw new Refused("FUND-001", it.amountFen());
    }
    if (funding.ending().knows(it.ref())) {
      throw new Refused("FUND-015", it.ref(), it.project());
    }
    if (it.amountFen() > mostFen || contract == null) {
      throw new Refused("FUND-018", it.amountFen(), mostFen);
    }
    List<FundAmount> lines = Split.of(it.amountFen(), paidParts(funding));
    for (FundAmount line : lines) {
      draft.move(line.fund(), Pot.REFUNDED, Pot.AVAILABLE, line.amountFen());
      if (draft.book().get(line.fund()).status() == Fund.Status.CLOSED) {
        // Its year is over: what comes back now lapses as the rest did.
        draft.move(line.fund(), Pot.AVAILABLE, Pot.RECEIVED, line.amountFen());
      }
    }
    draft.note(
        new Change.Refunded(it.project(), new Ending.Refund(it.ref(), lines, it.amountFen())));
    draft.say(
        new FundsRefunded(it.project(), contract.payee(), lines, it.amountFen(), it.ref()),
        funding.plan().division());
    draft.refer(it.project());
  }

  /** What each fund has paid and not got back. */
  private static List<Split.Part> paidParts(Funding funding) {
    Map<FundId, Long> net = new HashMap<>();
    for (Disbursement disbursement : funding.disbursements()) {
      if (disbursement.paid()) {
        disbursement.lines().forEach(it -> net.merge(it.fund(), it.amountFen(), Math::addExact));
      }
    }
    for (Ending.Refund refund : funding.ending().refunds()) {
      refund.lines().forEach(it -> net.merge(it.fund(), -it.amountFen(), Math::addExact));
    }
    return net.entrySet().stream()
        .filter(it -> it.getValue() > 0)
        .map(it -> new Split.Part(it.getKey(), it.getValue(), it.getValue()))
        .toList();
  }

  private static Funding funding(ProjectId project, Draft draft) {
    return draft.book().find(project).orElseThrow(() -> new NotFound(project));
  }
}

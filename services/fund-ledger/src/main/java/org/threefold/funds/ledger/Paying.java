package org.threefold.funds.ledger;

import static org.threefold.funds.ledger.Terms.FIRST;
import static org.threefold.funds.ledger.Terms.LAST;
import static org.threefold.funds.ledger.Terms.SECOND;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.threefold.access.Refused;
import org.threefold.access.Role;
import org.threefold.events.DisbursementId;
import org.threefold.events.FundEvent.DisbursementRejected;
import org.threefold.events.FundEvent.DisbursementRequested;
import org.threefold.events.FundEvent.FundAmount;
import org.threefold.events.FundEvent.FundsDisbursed;
import org.threefold.events.FundEvent.FundsSettled;
import org.threefold.events.FundId;
import org.threefold.events.ProjectId;
import org.threefold.funds.ledger.Funding.Status;

/** Rules of paying what was promised, in tranches, with two approvals each (domain §3.4.3). */
final class Paying {

  /** Who may agree first, in the order in which a person with several roles is taken. */
  static final List<Role> FIRST_APPROVERS = List.of(Role.PURCHASER, Role.TST_HEAD, Role.CAB);

  /** Who agrees second. */
  static final Role SECOND_APPROVER = Role.FINANCE;

  private Paying() {}

  static void sign(FundingCommand.Sign it, Draft draft) {
    if (it.contract().amountFen() <= 0) {
      throw new Refused("FUND-001", it.contract().amountFen());
    }
    committed(it.project(), draft)
        .filter(funding -> funding.contract() == null)
        .ifPresent(_ -> draft.note(new Change.Signed(it.project(), it.contract())));
  }

  static void begin(FundingCommand.Begin it, Draft draft) {
    committed(it.project(), draft)
        .filter(funding -> funding.contract() != null && !funding.work().started())
        .map(funding -> draft.note(funding, new Change.Begun(it.project())))
        .ifPresent(funding -> request(funding, draft));
  }

  static void reach(FundingCommand.Reach it, Draft draft) {
    committed(it.project(), draft)
        .map(funding ->
            draft.note(funding, new Change.Reached(it.project(), it.progress(), it.evidence())))
        .ifPresent(funding -> request(funding, draft));
  }

  static void accept(FundingCommand.Accept it, Draft draft) {
    committed(it.project(), draft)
        .map(funding -> draft.note(funding, new Change.Accepted(it.project())))
        .ifPresent(funding -> request(funding, draft));
  }

  static void judge(FundingCommand.Judge it, Draft draft) {
    committed(it.project(), draft)
        .map(funding -> draft.note(funding, new Change.Judged(it.project(), it.grade())))
        .ifPresent(funding -> request(funding, draft));
  }

  static void mend(FundingCommand.Mend it, Draft draft) {
    committed(it.project(), draft)
        .map(funding -> draft.note(funding, new Change.Mended(it.project())))
        .ifPresent(funding -> request(funding, draft));
  }

  private static Optional<Funding> committed(ProjectId project, Draft draft) {
    return draft
        .book()
        .find(project)
        .filter(it -> it.status() == Status.COMMITTED && !it.ending().terminated());
  }

  /** Asks for every tranche that is due and was not asked for. */
  private static void request(Funding funding, Draft draft) {
    Funding now = funding;
    Terms terms = draft.book().terms();
    if (now.work().started() && !now.hasTranche(FIRST)) {
      now = request(now, FIRST, terms.share(FIRST, now.payableFen()), draft);
    }
    if (now.hasTranche(FIRST)
        && !now.hasTranche(SECOND)
        && !now.hasTranche(LAST) // Which has taken the rest, if the work was accepted first.
        && now.work().progress() >= terms.secondAt()) {
      now = request(now, SECOND, terms.share(SECOND, now.payableFen()), draft);
    }
    if (now.work().started() && now.work().earnsTheLast()) {
      if (!now.hasTranche(LAST)) {
        now = request(now, LAST, now.payableFen() - now.requestedFen(), draft);
      }
      settleIfPaid(now, draft);
    }
  }

  private static Funding request(Funding funding, int tranche, long totalFen, Draft draft) {
    Contract contract = funding.contract();
    if (totalFen == 0 || contract == null) {
      return funding;
    }
    DisbursementId id = new DisbursementId(funding.reservation() + "-T" + tranche);
    List<FundAmount> lines = Split.of(totalFen, parts(funding));
    Funding now =
        draft.note(
            funding,
            new Change.TrancheDue(
                funding.project(), Disbursement.due(id, tranche, lines, totalFen)));
    draft.say(
        new DisbursementRequested(funding.project(), id, tranche, contract.payee(), totalFen),
        funding.plan().division());
    return now;
  }

  /** What each line of the plan can still give, beside what was asked of it. */
  static List<Split.Part> parts(Funding funding) {
    Map<FundId, Long> asked = new HashMap<>();
    funding.disbursements().stream()
        .flatMap(it -> it.lines().stream())
        .forEach(line -> asked.merge(line.fund(), line.amountFen(), Math::addExact));
    return funding.plan().lines().stream()
        .map(line ->
            new Split.Part(
                line.fund(),
                line.amountFen(),
                line.amountFen() - asked.getOrDefault(line.fund(), 0L)))
        .toList();
  }

  /** Somebody agrees; with the second approval the money goes. */
  static void approve(FundingCommand.ApproveDisbursement it, Draft draft) {
    Funding funding = draft.book().get(it.disbursement());
    Disbursement disbursement = funding.get(it.disbursement());
    if (disbursement.paid()) {
      throw new Refused("FUND-034", disbursement.id());
    }
    if (disbursement.rejected() != null) {
      throw new Refused("FUND-035", disbursement.id(), disbursement.rejected());
    }
    if (disbursement.tranche() == SECOND
        && funding.work().evidence() == 0
        && !funding.work().accepted()) {
      throw new Refused("FUND-031", disbursement.id());
    }
    if (disbursement.tranche() == LAST && !funding.work().earnsTheLast()) {
      throw new Refused("FUND-030", disbursement.id()); // The grade was another when it was asked.
    }
    if (disbursement.subjects().anyMatch(it.subject()::equals)) {
      throw new Refused("FUND-032", disbursement.id());
    }
    Role role = roleOf(it.roles(), disbursement.approvals().isEmpty(), disbursement.id());
    Funding now =
        draft.note(
            funding,
            new Change.Approved(
                funding.project(),
                disbursement.id(),
                new Disbursement.Approval(it.subject(), role)));
    if (!disbursement.approvals().isEmpty()) {
      pay(now, disbursement, draft);
    }
    draft.refer(disbursement.id());
  }

  /** As what somebody approves, first or second. */
  static Role roleOf(Set<Role> roles, boolean isFirst, Object what) {
    List<Role> able = isFirst ? FIRST_APPROVERS : List.of(SECOND_APPROVER);
    return able.stream()
        .filter(roles::contains)
        .findFirst()
        .orElseThrow(() -> new Refused("FUND-033", what, able));
  }

  /** Somebody who could approve sends it back instead. */
  static void sendBack(FundingCommand.RejectDisbursement it, Draft draft) {
    Funding funding = draft.book().get(it.disbursement());
    Disbursement disbursement = funding.get(it.disbursement());
    if (disbursement.paid()) {
      throw new Refused("FUND-034", disbursement.id());
    }
    if (disbursement.rejected() != null) {
      throw new Refused("FUND-035", disbursement.id(), disbursement.rejected());
    }
    Role _ = roleOf(it.roles(), disbursement.approvals().isEmpty(), disbursement.id());
    draft.note(new Change.SentBack(funding.project(), disbursement.id(), it.code()));
    draft.say(
        new DisbursementRejected(
            funding.project(), disbursement.id(), disbursement.tranche(), it.code()),
        funding.plan().division());
    draft.refer(disbursement.id());
  }

  static void putForward(FundingCommand.ResubmitDisbursement it, Draft draft) {
    Funding funding = draft.book().get(it.disbursement());
    Disbursement disbursement = funding.get(it.disbursement());
    Contract contract = funding.contract();
    if (disbursement.rejected() == null || contract == null) {
      throw new Refused("FUND-038", disbursement.id());
    }
    draft.note(new Change.PutForward(funding.project(), disbursement.id()));
    draft.say(
        new DisbursementRequested(
            funding.project(),
            disbursement.id(),
            disbursement.tranche(),
            contract.payee(),
            disbursement.totalFen()),
        funding.plan().division());
    draft.refer(disbursement.id());
  }

  private static void pay(Funding funding, Disbursement disbursement, Draft draft) {
    settleIfPaid(payOut(funding, disbursement, draft), draft);
  }

  /** The money goes; what then is known of the project's. */
  static Funding payOut(Funding funding, Disbursement disbursement, Draft draft) {
    Contract contract = funding.contract();
    if (contract == null) {
      throw new IllegalStateException("There is nobody to pay for " + disbursement.id());
    }
    for (FundAmount line : disbursement.lines()) {
      if (!draft.book().get(line.fund()).isOpen()) {
        throw new Refused("FUND-007", line.fund());
      }
      draft.move(line.fund(), Pot.COMMITTED, Pot.DISBURSED, line.amountFen());
    }
    Funding now = draft.note(funding, new Change.Paid(funding.project(), disbursement.id()));
    draft.say(
        new FundsDisbursed(
            funding.project(),
            disbursement.id(),
            disbursement.tranche(),
            contract.payee(),
            disbursement.lines(),
            disbursement.totalFen()),
        funding.plan().division());
    return now;
  }

  /**
   * When all is paid, what was promised beyond the contract goes back, and the books of the project
   * are closed.
   */
  private static void settleIfPaid(Funding funding, Draft draft) {
    if (!funding.work().earnsTheLast() || funding.paidFen() < funding.payableFen()) {
      return;
    }
    settle(funding, draft);
  }

  /** What is still promised goes back, and the books of the project are closed. */
  static void settle(Funding funding, Draft draft) {
    long releasedFen = 0;
    for (Split.Part part : parts(funding)) {
      draft.move(part.fund(), Pot.COMMITTED, Pot.AVAILABLE, part.rest());
      releasedFen += part.rest();
    }
    draft.note(new Change.Settled(funding.project()));
    draft.say(
        new FundsSettled(
            funding.project(),
            funding.reservation(),
            funding.paidFen(),
            releasedFen,
            funding.ending().refundedFen()),
        funding.plan().division());
  }

  /**
   * The code that says what the next tranche waits for, or null if it waits for nothing but
   * approval.
   */
  static @Nullable String waitsFor(Funding funding, Terms terms) {
    if (funding.status() != Status.COMMITTED
        || funding.ending().terminated()
        || !funding.work().started()) {
      return null;
    }
    if (!funding.hasTranche(SECOND) && funding.work().progress() < terms.secondAt()) {
      return "FUND-031";
    }
    return funding.hasTranche(LAST) ? null : "FUND-030";
  }
}

package org.threefold.funds.ledger;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.threefold.access.Refused;
import org.threefold.events.FundEvent.MicroFundDonationReceived;
import org.threefold.events.FundEvent.MicroFundEnded;
import org.threefold.events.FundEvent.MicroFundEstablished;
import org.threefold.events.FundEvent.MicroFundFellDormant;
import org.threefold.events.FundEvent.MicroFundGrantApproved;
import org.threefold.events.FundEvent.MicroFundStatementPublished;
import org.threefold.events.FundType;
import org.threefold.funds.ledger.MicroYears.MicroYear;
import org.threefold.funds.ledger.Receipts.Receipt;

/** Rules of community micro-funds (domain §2.8, §3.4.4). */
final class MicroRules {

  private MicroRules() {}

  static void decide(MicroCommand command, Draft draft) {
    switch (command) {
      case MicroCommand.Establish it -> establish(it, draft);
      case MicroCommand.Donate it -> donate(it, draft);
      case MicroCommand.Grant it -> grant(it, draft);
      case MicroCommand.Publish it -> publish(it, draft);
      case MicroCommand.End it -> end(it, draft);
      case MicroCommand.EndYear it ->
          endYears(draft.book().micros().get(it.fund()), it.at(), draft);
      case MicroCommand.FallDormant it -> fallDormant(it, draft);
    }
    draft.refer(command.fund());
  }

  private static void establish(MicroCommand.Establish it, Draft draft) {
    Fund fund = draft.book().get(it.fund());
    Charter charter = it.charter();
    if (fund.type() != FundType.MICRO || draft.book().micros().find(fund.id()).isPresent()) {
      throw new Refused("FUND-040", fund.id());
    }
    mustBeOpen(fund);
    mustBindNothing(fund, draft);
    if (charter.signedOn().isAfter(MicroFund.day(it.at()))) {
      throw new Refused("FUND-041", charter.signedOn());
    }
    if (!charter.hasAllSides()) {
      throw new Refused("FUND-021", charter.kinds());
    }
    if (!charter.hasCommittee()) {
      throw new Refused("FUND-042", charter.committee().size(), charter.residents());
    }
    draft.note(new Change.Established(fund.id(), charter, it.at()));
    draft.say(
        new MicroFundEstablished(
            fund.id(),
            charter.host(),
            charter.kinds(),
            charter.committee().size(),
            charter.residents()),
        fund.division());
  }

  /** What comes in is booked once; a frozen fund may be filled up again. */
  private static void donate(MicroCommand.Donate it, Draft draft) {
    Fund fund = draft.book().get(it.fund());
    MicroFund micro = running(it, draft);
    if (it.amountFen() <= 0) {
      throw new Refused("FUND-001", it.amountFen());
    }
    if (draft.book().receipts().find(fund.id(), it.ref()).isPresent()) {
      throw new Refused("FUND-015", it.ref(), fund.id());
    }
    endYears(micro, it.at(), draft);
    draft.receive(fund.id(), it.amountFen());
    draft.note(
        new Change.Received(new Receipt(fund.id(), it.ref(), it.amountFen(), it.donor(), false)));
    draft.note(new Change.Donated(fund.id(), it.at()));
    draft.say(
        new MicroFundDonationReceived(fund.id(), it.amountFen(), it.donor(), it.ref()),
        fund.division());
  }

  /** Money leaves through the host charity, when the committee has said so. */
  private static void grant(MicroCommand.Grant it, Draft draft) {
    Fund fund = draft.book().get(it.fund());
    MicroFund micro = running(it, draft);
    mustBeOpen(fund);
    if (it.amountFen() <= 0) {
      throw new Refused("FUND-001", it.amountFen());
    }
    mustHaveVoted(it, micro.charter());
    if (micro.owesStatement(it.at())) {
      throw new Refused("FUND-044", fund.id(), micro.years().firstUnstated());
    }
    if (it.amountFen() > draft.availableFen(fund.id())) {
      throw new Refused("FUND-006", fund.id());
    }
    endYears(micro, it.at(), draft);
    draft.move(fund.id(), Pot.AVAILABLE, Pot.DISBURSED, it.amountFen());
    draft.note(new Change.Granted(fund.id(), it.amountFen(), it.purpose(), it.votes(), it.at()));
    draft.say(
        new MicroFundGrantApproved(
            fund.id(),
            micro.grants() + 1,
            it.amountFen(),
            it.purpose(),
            it.yes(),
            it.votes().size() - it.yes(),
            it.project()),
        fund.division());
  }

  /** More than half of the committee votes, each member once, and most of them say yes. */
  private static void mustHaveVoted(MicroCommand.Grant it, Charter charter) {
    Set<String> voters = new HashSet<>();
    for (MicroCommand.Vote vote : it.votes()) {
      if (!charter.seats(vote.member()) || !voters.add(vote.member())) {
        throw new Refused("FUND-043", vote.member());
      }
    }
    if (!charter.isQuorum(voters.size()) || it.yes() * 2 <= voters.size()) {
      throw new Refused("FUND-020", it.yes(), voters.size(), charter.committee().size());
    }
  }

  /** Statements are published in the order of their years, of years that are over. */
  private static void publish(MicroCommand.Publish it, Draft draft) {
    Fund fund = draft.book().get(it.fund());
    MicroFund micro = draft.book().micros().get(it.fund());
    MicroYear next =
        endYears(micro, it.at(), draft)
            .unstated()
            .filter(year -> year.year() == it.year())
            .orElseThrow(() -> new Refused("FUND-046", fund.id(), it.year()));
    draft.note(new Change.Stated(fund.id(), next.year()));
    draft.say(
        new MicroFundStatementPublished(
            fund.id(), next.year(), next.inFen(), next.outFen(), next.balanceFen()),
        fund.division());
  }

  /** What is left goes where the agreement says; the year ends with the fund. */
  private static void end(MicroCommand.End it, Draft draft) {
    Fund fund = draft.book().get(it.fund());
    MicroFund micro = running(it, draft);
    mustBeOpen(fund);
    MicroYear last = endYears(micro, it.at(), draft).ending(draft.balances(fund.id()));
    long residueFen = draft.availableFen(fund.id());
    draft.move(fund.id(), Pot.AVAILABLE, Pot.RECEIVED, residueFen);
    draft.note(
        new Change.YearEnded(
            fund.id(),
            new MicroYear(last.year(), last.inFen(), Math.addExact(last.outFen(), residueFen), 0)));
    draft.note(new Change.Ended(fund.id()));
    draft.note(new Change.Closed(fund.id()));
    draft.say(new MicroFundEnded(fund.id(), residueFen), fund.division());
  }

  private static void fallDormant(MicroCommand.FallDormant it, Draft draft) {
    MicroFund micro = draft.book().micros().get(it.fund());
    Instant due = micro.dormantAt();
    if (due == null || due.isAfter(it.at())) {
      return; // Something was given meanwhile.
    }
    draft.note(new Change.FellDormant(it.fund()));
    draft.say(new MicroFundFellDormant(it.fund()), draft.book().get(it.fund()).division());
  }

  /** Ends the years that are over, with what the accounts have before anything moves. */
  private static MicroYears endYears(MicroFund micro, Instant at, Draft draft) {
    MicroYears years = micro.years();
    int today = MicroFund.day(at).getYear();
    while (!micro.ended() && years.running() < today) {
      MicroYear ended = years.ending(draft.balances(micro.fund()));
      draft.note(new Change.YearEnded(micro.fund(), ended));
      years = years.after(ended);
    }
    return years;
  }

  private static MicroFund running(MicroCommand it, Draft draft) {
    MicroFund micro = draft.book().micros().get(it.fund());
    if (micro.ended()) {
      throw new Refused("FUND-045", it.fund());
    }
    return micro;
  }

  /** Only its committee gives its money away, so no project may have some of it. */
  private static void mustBindNothing(Fund fund, Draft draft) {
    Balances now = draft.balances(fund.id());
    if (now.heldFen() != 0 || now.committedFen() != 0) {
      throw new Refused("FUND-017", fund.id(), Math.addExact(now.heldFen(), now.committedFen()));
    }
  }

  private static void mustBeOpen(Fund fund) {
    if (!fund.isOpen()) {
      throw new Refused("FUND-007", fund.id());
    }
  }
}

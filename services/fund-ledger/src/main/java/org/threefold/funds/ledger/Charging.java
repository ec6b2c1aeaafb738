package org.threefold.funds.ledger;

import java.math.BigInteger;
import java.util.Objects;
import org.threefold.access.Refused;
import org.threefold.events.FundEvent.FeeCollected;
import org.threefold.events.FundEvent.FeeRefunded;
import org.threefold.events.PayerKind;
import org.threefold.events.ProgrammeId;
import org.threefold.events.ProgrammeState;
import org.threefold.funds.ledger.Fees.Fee;
import org.threefold.funds.ledger.Receipts.Receipt;

/**
 * Rules of the fees users of low-fee programmes pay (domain §1.E, E06; §3.4.4). What comes in is
 * spent through plans as all money is: on the purposes and in the division of its fund, and it
 * never lapses.
 */
final class Charging {

  private Charging() {}

  static void decide(FeeCommand command, Draft draft) {
    switch (command) {
      case FeeCommand.LearnProgramme it -> learn(it, draft);
      case FeeCommand.CollectFee it -> collect(it, draft);
      case FeeCommand.RefundFee it -> refund(it, draft);
    }
  }

  private static void learn(FeeCommand.LearnProgramme it, Draft draft) {
    Fees fees = draft.book().fees();
    if (fees.stateOf(it.programme()) != it.state()
        || !Objects.equals(fees.tariffOf(it.programme()), it.tariffFen())) {
      draft.note(new Change.ProgrammeLearned(it.programme(), it.state(), it.tariffFen()));
    }
  }

  private static void collect(FeeCommand.CollectFee it, Draft draft) {
    Fund fund = draft.book().get(it.fund());
    ProgrammeId programme = programme(fund);
    ProgrammeState state = draft.book().fees().stateOf(programme);
    if (state != ProgrammeState.RUNNING) {
      throw new Refused("FUND-053", programme);
    }
    mustBeOpen(fund);
    if (it.amountFen() <= 0) {
      throw new Refused("FUND-001", it.amountFen());
    }
    if (it.count() <= 0 || it.date().isAfter(MicroFund.day(it.at()))) {
      throw new Refused("FUND-054", it.count(), it.date());
    }
    Long tariffFen = draft.book().fees().tariffOf(programme);
    if (tariffFen != null && isAbove(it, tariffFen)) {
      throw new Refused("FUND-056", it.amountFen(), it.count(), tariffFen);
    }
    if (draft.book().receipts().find(fund.id(), it.ref()).isPresent()) {
      throw new Refused("FUND-015", it.ref(), fund.id());
    }
    draft.receive(fund.id(), it.amountFen());
    draft.note(
        new Change.Received(
            new Receipt(fund.id(), it.ref(), it.amountFen(), PayerKind.RESIDENTS, false)));
    draft.note(
        new Change.FeeTaken(
            new Fee(fund.id(), it.ref(), it.amountFen(), it.count(), it.date(), 0)));
    draft.say(
        new FeeCollected(fund.id(), programme, it.amountFen(), it.count(), it.date(), it.ref()),
        fund.division());
    draft.refer(fund.id());
  }

  private static boolean isAbove(FeeCommand.CollectFee it, long tariffFen) {
    BigInteger most = BigInteger.valueOf(tariffFen).multiply(BigInteger.valueOf(it.count()));
    return BigInteger.valueOf(it.amountFen()).compareTo(most) > 0;
  }

  /** Goes back to whoever paid; a programme that pauses still gives back. */
  private static void refund(FeeCommand.RefundFee it, Draft draft) {
    Fund fund = draft.book().get(it.fund());
    ProgrammeId programme = programme(fund);
    ProgrammeState state = draft.book().fees().stateOf(programme);
    if (state != ProgrammeState.RUNNING && state != ProgrammeState.PAUSED) {
      throw new Refused("FUND-053", programme);
    }
    mustBeOpen(fund);
    if (it.amountFen() <= 0) {
      throw new Refused("FUND-001", it.amountFen());
    }
    Receipt receipt =
        draft
            .book()
            .receipts()
            .find(fund.id(), it.ref())
            .filter(known -> !known.reversed())
            .orElseThrow(() -> new Refused("FUND-016", it.ref(), fund.id()));
    long leftFen = draft.book().fees().find(fund.id(), it.ref()).map(Fee::leftFen).orElse(0L);
    if (it.amountFen() > leftFen) {
      throw new Refused("FUND-055", it.ref(), leftFen);
    }
    if (it.amountFen() > draft.availableFen(fund.id())) {
      throw new Refused("FUND-006", fund.id());
    }
    draft.move(fund.id(), Pot.AVAILABLE, Pot.RECEIVED, it.amountFen());
    draft.note(new Change.FeeGivenBack(fund.id(), it.ref(), it.amountFen()));
    // The bank can only take back what is still there of the receipt.
    draft.note(new Change.Received(receipt.less(it.amountFen())));
    draft.say(new FeeRefunded(fund.id(), programme, it.amountFen(), it.ref()), fund.division());
    draft.refer(fund.id());
  }

  /** A fund of fees that belongs to no programme collects nothing. */
  private static ProgrammeId programme(Fund fund) {
    ProgrammeId programme = fund.programme();
    if (programme == null) {
      throw new Refused("FUND-052", fund.id());
    }
    return programme;
  }

  private static void mustBeOpen(Fund fund) {
    if (!fund.isOpen()) {
      throw new Refused("FUND-007", fund.id());
    }
  }
}

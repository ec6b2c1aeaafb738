package org.threefold.funds.ledger;

import org.threefold.access.Refused;
import org.threefold.events.DeptCode;
import org.threefold.events.FundEvent.FundAmount;
import org.threefold.events.FundEvent.LeverageRecorded;
import org.threefold.events.FundId;
import org.threefold.events.FundType;
import org.threefold.funds.ledger.Leverages.Leverage;
import org.threefold.funds.ledger.Receipts.Receipt;

/** Rules of money of other departments that ours drew in (domain §1.E, E03). */
final class Seeding {

  /** Civil affairs draws in the money of others, never its own. */
  private static final DeptCode CIVIL_AFFAIRS = new DeptCode("CAB");

  private Seeding() {}

  /** A receipt counts once: its shares, whenever they are recorded, are never more than came in. */
  static void record(FundCommand.RecordLeverage it, Draft draft) {
    Fund fund = draft.book().get(it.fund());
    if (fund.type() != FundType.DEPT || fund.owner().equals(CIVIL_AFFAIRS)) {
      throw new Refused("FUND-022", fund.id());
    }
    Receipt receipt =
        draft
            .book()
            .receipts()
            .find(fund.id(), it.ref())
            .filter(known -> !known.reversed())
            .orElseThrow(() -> new Refused("FUND-016", it.ref(), fund.id()));
    long recordedFen = draft.book().leverages().recordedFen(fund.id(), it.ref());
    long leftFen = receipt.amountFen() - recordedFen;
    for (FundAmount seed : it.seeds()) {
      mustSeed(seed.fund(), draft);
      if (seed.amountFen() <= 0) {
        throw new Refused("FUND-001", seed.amountFen());
      }
      if (seed.amountFen() > leftFen) {
        throw new Refused("FUND-014", it.ref(), fund.id(), receipt.amountFen() - recordedFen);
      }
      leftFen -= seed.amountFen();
    }
    Leverage leverage = new Leverage(fund.id(), it.ref(), it.seeds());
    if (leverage.seeds().isEmpty()) {
      throw new Refused("FUND-001", 0);
    }
    draft.note(new Change.Leveraged(leverage));
    draft.say(
        new LeverageRecorded(
            fund.id(), leverage.fen(), fund.owner(), leverage.seeds(), leverage.ref()),
        fund.division());
    draft.refer(fund.id());
  }

  private static void mustSeed(FundId seed, Draft draft) {
    if (draft.book().find(seed).filter(it -> maySeed(it.type())).isEmpty()) {
      throw new Refused("FUND-025", seed);
    }
  }

  private static boolean maySeed(FundType type) {
    return switch (type) {
      case PILOT, SPECIAL, CA_ASSISTANCE, CA_ELDERLY, CA_CHILD, CA_GOVERNANCE, CA_OTHER -> true;
      case DEPT, WELFARE_LOTTERY, MICRO, FEE, DONATION -> false;
    };
  }
}

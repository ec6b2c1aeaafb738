package org.threefold.funds.ledger;

/** What can be asked about the money of a project, and whose rules decide it. */
final class Spending {

  private Spending() {}

  static void decide(FundingCommand command, Draft draft) {
    switch (command) {
      case FundingCommand.Reserve it -> Reserving.reserve(it, draft);
      case FundingCommand.Commit it -> Reserving.commit(it, draft);
      case FundingCommand.Release it -> Reserving.release(it, draft);
      case FundingCommand.ExpireHold it -> Reserving.expire(it, draft);
      case FundingCommand.Sign it -> Paying.sign(it, draft);
      case FundingCommand.Begin it -> Paying.begin(it, draft);
      case FundingCommand.Reach it -> Paying.reach(it, draft);
      case FundingCommand.Accept it -> Paying.accept(it, draft);
      case FundingCommand.Judge it -> Paying.judge(it, draft);
      case FundingCommand.Mend it -> Paying.mend(it, draft);
      case FundingCommand.ApproveDisbursement it -> Paying.approve(it, draft);
      case FundingCommand.RejectDisbursement it -> Paying.sendBack(it, draft);
      case FundingCommand.ResubmitDisbursement it -> Paying.putForward(it, draft);
      case FundingCommand.Terminate it -> Settling.terminate(it, draft);
      case FundingCommand.Settle it -> Settling.settle(it, draft);
      case FundingCommand.Refund it -> Settling.refund(it, draft);
    }
  }
}

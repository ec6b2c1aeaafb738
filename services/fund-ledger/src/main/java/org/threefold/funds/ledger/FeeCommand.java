package org.threefold.funds.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.threefold.events.FundId;
import org.threefold.events.ProgrammeId;
import org.threefold.events.ProgrammeState;

/** What the ledger can be asked to do with the fees of low-fee programmes. */
sealed interface FeeCommand extends LedgerCommand {

  /** A programme is in this state now, and a use of it costs users so much at most, if known. */
  record LearnProgramme(ProgrammeId programme, ProgrammeState state, @Nullable Long tariffFen)
      implements FeeCommand {}

  /** Something about the fees of a fund. */
  sealed interface OfFund extends FeeCommand {

    /** Which fund. */
    FundId fund();
  }

  /** Users have paid: so many uses, on this day, all of it under one receipt. */
  record CollectFee(FundId fund, long amountFen, int count, LocalDate date, String ref, Instant at)
      implements OfFund {}

  /** Some of what was paid under this receipt is given back. */
  record RefundFee(FundId fund, long amountFen, String ref) implements OfFund {}
}

package org.threefold.funds.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.events.DisbursementId;
import org.threefold.events.FundEvent.LineFailure;
import org.threefold.events.FundId;
import org.threefold.events.Grade;
import org.threefold.events.GrantPurpose;
import org.threefold.events.ProgrammeId;
import org.threefold.events.ProgrammeState;
import org.threefold.events.ProjectId;
import org.threefold.events.RejectionCode;
import org.threefold.events.StationId;

/**
 * What the ledger itself must know of a decision, beside the postings; kept in the journal and
 * never sent. The name of a record is its name in the journal.
 */
sealed interface Change {

  /** Something about a fund. */
  sealed interface OfFund extends Change {
    FundId id();
  }

  record Opened(Fund fund) implements OfFund {
    @Override
    public FundId id() {
      return fund.id();
    }
  }

  /** Nothing moves on this fund until somebody has looked. */
  record Frozen(FundId id, String reason) implements OfFund {}

  record Agreed(FundId id, Agreement agreement) implements OfFund {}

  record Unfrozen(FundId id) implements OfFund {}

  record Closed(FundId id) implements OfFund {}

  record Received(Receipts.Receipt receipt) implements OfFund {
    @Override
    public FundId id() {
      return receipt.fund();
    }
  }

  record TakenBack(FundId id, String ref) implements OfFund {}

  record Allocated(FundId id, StationId unit, long amountFen) implements OfFund {}

  record Leveraged(Leverages.Leverage leverage) implements OfFund {
    @Override
    public FundId id() {
      return leverage.fund();
    }
  }

  record Registered(Source source) implements Change {}

  /** Something about a community micro-fund. */
  sealed interface OfMicro extends Change {
    FundId id();
  }

  record Established(FundId id, Charter charter, Instant at) implements OfMicro {}

  record Donated(FundId id, Instant at) implements OfMicro {}

  record Granted(
      FundId id, long amountFen, GrantPurpose purpose, List<MicroCommand.Vote> votes, Instant at)
      implements OfMicro {}

  record YearEnded(FundId id, MicroYears.MicroYear year) implements OfMicro {}

  record Stated(FundId id, int year) implements OfMicro {}

  record FellDormant(FundId id) implements OfMicro {}

  record Ended(FundId id) implements OfMicro {}

  /** Something about low-fee programmes and their fees. */
  sealed interface OfFees extends Change {}

  record ProgrammeLearned(ProgrammeId programme, ProgrammeState state, @Nullable Long tariffFen)
      implements OfFees {}

  record FeeTaken(Fees.Fee fee) implements OfFees {}

  record FeeGivenBack(FundId id, String ref, long amountFen) implements OfFees {}

  /** Something about the money of a project. */
  sealed interface OfFunding extends Change {
    ProjectId project();
  }

  record PlanRejected(ProjectId project, Plan plan, List<LineFailure> failures)
      implements OfFunding {}

  record Held(ProjectId project, Plan plan, Instant expiresAt) implements OfFunding {}

  record Committed(ProjectId project) implements OfFunding {}

  /** What was bound is free again; the status says why. */
  record Freed(ProjectId project, Funding.Status status) implements OfFunding {}

  record Signed(ProjectId project, Contract contract) implements OfFunding {}

  record Begun(ProjectId project) implements OfFunding {}

  record Reached(ProjectId project, int progress, int evidence) implements OfFunding {}

  record Accepted(ProjectId project) implements OfFunding {}

  record Judged(ProjectId project, Grade grade) implements OfFunding {}

  record Mended(ProjectId project) implements OfFunding {}

  record TrancheDue(ProjectId project, Disbursement disbursement) implements OfFunding {}

  record Approved(ProjectId project, DisbursementId disbursement, Disbursement.Approval approval)
      implements OfFunding {}

  record Paid(ProjectId project, DisbursementId disbursement) implements OfFunding {}

  /** Sent back by somebody who may approve; its approvals are void. */
  record SentBack(ProjectId project, DisbursementId disbursement, RejectionCode code)
      implements OfFunding {}

  record PutForward(ProjectId project, DisbursementId disbursement) implements OfFunding {}

  /** What was asked for and not paid is void with it. */
  record Terminated(ProjectId project) implements OfFunding {}

  record SettlementAgreed(ProjectId project, Agreement agreement) implements OfFunding {}

  /** The payee owes what was paid beyond the work that was accepted. */
  record Owed(ProjectId project, long owedFen) implements OfFunding {}

  record Refunded(ProjectId project, Ending.Refund refund) implements OfFunding {}

  record Settled(ProjectId project) implements OfFunding {}
}

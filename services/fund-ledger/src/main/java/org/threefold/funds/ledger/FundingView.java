package org.threefold.funds.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.access.Role;
import org.threefold.events.DisbursementId;
import org.threefold.events.DivisionCode;
import org.threefold.events.FundEvent.FundAmount;
import org.threefold.events.ProjectId;
import org.threefold.events.RejectionCode;
import org.threefold.events.ReservationId;

/**
 * The money of a project as it is shown.
 *
 * @param failures why the last plan was rejected, line by line
 * @param owedFen what the payee still has to give back
 * @param agreement what one side has agreed to as settlement
 * @param waitsFor the rule that the next tranche still waits for, if one does
 */
record FundingView(
    ProjectId project,
    DivisionCode division,
    int planVersion,
    ReservationId reservation,
    Funding.Status status,
    List<Plan.Line> lines,
    long totalFen,
    List<Explanation> failures,
    @Nullable Instant expiresAt,
    @Nullable Contract contract,
    int progress,
    long payableFen,
    long paidFen,
    long refundedFen,
    long owedFen,
    boolean terminated,
    FundView.@Nullable Pending agreement,
    @Nullable String waitsFor,
    List<Payment> disbursements) {

  /** A tranche: what it comes to, who agreed so far (as what, not who), whether it is paid. */
  record Payment(
      DisbursementId id,
      ProjectId project,
      int tranche,
      List<FundAmount> lines,
      long totalFen,
      List<Role> approvals,
      @Nullable RejectionCode rejected,
      boolean paid) {

    static Payment of(ProjectId project, Disbursement it) {
      return new Payment(
          it.id(),
          project,
          it.tranche(),
          it.lines(),
          it.totalFen(),
          it.approvals().stream().map(Disbursement.Approval::role).toList(),
          it.rejected(),
          it.paid());
    }
  }

  static FundingView of(Funding it, Terms terms) {
    return new FundingView(
        it.project(),
        it.plan().division(),
        it.plan().version(),
        it.reservation(),
        it.status(),
        it.plan().lines(),
        it.plan().totalFen(),
        Explanation.of(it.failures()),
        it.expiresAt(),
        it.contract(),
        it.work().progress(),
        it.payableFen(),
        it.paidFen(),
        it.ending().refundedFen(),
        it.ending().owedFen(),
        it.ending().terminated(),
        FundView.Pending.of(it.ending().agreement()),
        Paying.waitsFor(it, terms),
        it.disbursements().stream().map(one -> Payment.of(it.project(), one)).toList());
  }
}

package org.threefold.events;

import java.time.Instant;
import java.util.List;

/**
 * What the fund ledger says. Amounts are fen, never zero or negative unless a field says otherwise.
 */
public sealed interface FundEvent extends Event {

  /** What happened to one fund. */
  sealed interface OfFund extends FundEvent {

    /** Which fund. */
    FundId fund();

    @Override
    default Stream stream() {
      return Stream.of("fund", fund());
    }
  }

  /** What happened to the money of one project. */
  sealed interface OfProject extends FundEvent {

    /** Which project. */
    ProjectId project();

    @Override
    default Stream stream() {
      return Stream.of("funding", project());
    }
  }

  /** A fund is open for a fiscal year; empty lists of groups allow every group. */
  @WireName("fund.opened.v1")
  record FundOpened(
      FundId fund,
      String name,
      FundType type,
      DeptCode owner,
      int fiscalYear,
      DivisionCode division,
      List<Purpose> purposes,
      List<ClientGroup> groups)
      implements OfFund {
    public FundOpened {
      purposes = List.copyOf(purposes);
      groups = List.copyOf(groups);
    }
  }

  /** Money came in. */
  @WireName("fund.contribution-received.v1")
  record FundContributionReceived(FundId fund, long amountFen, PayerKind payer, String ref)
      implements OfFund {}

  /**
   * What stands on a fund after a posting, each zero or more (domain §3.4.2): received, held,
   * committed, disbursed, refunded, available.
   */
  @WireName("fund.balance-changed.v1")
  record FundBalanceChanged(
      FundId fund,
      long receivedFen,
      long heldFen,
      long committedFen,
      long disbursedFen,
      long refundedFen,
      long availableFen)
      implements OfFund {}

  /** So much of one fund. */
  record FundAmount(FundId fund, long amountFen) {}

  /** Every line of the plan is held, until the given instant. */
  @WireName("funding.reserved.v1")
  record FundsReserved(
      ProjectId project,
      ReservationId reservation,
      int planVersion,
      List<FundAmount> lines,
      long totalFen,
      Instant expiresAt)
      implements OfProject {
    public FundsReserved {
      lines = List.copyOf(lines);
    }
  }

  /** One line that fails: the rule's code, what was asked and what was there (may be zero). */
  record LineFailure(FundId fund, String code, long requestedFen, long availableFen) {}

  /** Nothing is held; every failing line is named. */
  @WireName("funding.rejected.v1")
  record FundsReservationRejected(ProjectId project, int planVersion, List<LineFailure> failures)
      implements OfProject {
    public FundsReservationRejected {
      failures = List.copyOf(failures);
    }
  }

  /** What was held or committed went back to its funds. */
  @WireName("funding.released.v1")
  record FundsReservationReleased(
      ProjectId project, ReservationId reservation, long totalFen, ReleaseCause cause)
      implements OfProject {}

  /** The hold ran out before a decision; the money went back. */
  @WireName("funding.expired.v1")
  record FundsReservationExpired(ProjectId project, ReservationId reservation, long totalFen)
      implements OfProject {}

  /** What was held is now promised to the project. */
  @WireName("funding.committed.v1")
  record FundsCommitted(ProjectId project, ReservationId reservation, long totalFen)
      implements OfProject {}

  /** A payment is due and waits for two approvals by different persons; tranche counts from 1. */
  @WireName("funding.disbursement-requested.v1")
  record DisbursementRequested(
      ProjectId project, DisbursementId disbursement, int tranche, OperatorId payee, long totalFen)
      implements OfProject {}

  /** One tranche was paid, split over the funds of the reservation to the fen. */
  @WireName("funding.disbursed.v1")
  record FundsDisbursed(
      ProjectId project,
      DisbursementId disbursement,
      int tranche,
      OperatorId payee,
      List<FundAmount> lines,
      long totalFen)
      implements OfProject {
    public FundsDisbursed {
      lines = List.copyOf(lines);
    }
  }

  /** The books of the project are closed; amounts may be zero. */
  @WireName("funding.settled.v1")
  record FundsSettled(
      ProjectId project,
      ReservationId reservation,
      long paidFen,
      long releasedFen,
      long refundedFen)
      implements OfProject {}
}

package org.threefold.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /**
   * Money of this kind comes to the county year after year, bound as its document says; empty lists
   * of groups allow every group.
   */
  @WireName("fund.source-registered.v1")
  record FundSourceRegistered(
      SourceId source,
      String name,
      FundType type,
      DeptCode owner,
      String document,
      List<Purpose> purposes,
      List<ClientGroup> groups,
      List<CostCode> prohibited)
      implements FundEvent {
    public FundSourceRegistered {
      purposes = List.copyOf(purposes);
      groups = List.copyOf(groups);
      prohibited = List.copyOf(prohibited);
    }

    @Override
    public Stream stream() {
      return Stream.of("source", source);
    }
  }

  /**
   * A fund is open for a fiscal year; empty lists of groups allow every group. It may be spent in
   * its division, or only in those divisions of it that are listed, and never on prohibited costs.
   */
  @WireName("fund.opened.v1")
  record FundOpened(
      FundId fund,
      String name,
      FundType type,
      DeptCode owner,
      int fiscalYear,
      DivisionCode division,
      List<Purpose> purposes,
      List<ClientGroup> groups,
      @Nullable SourceId source,
      @Nullable List<DivisionCode> divisions,
      @Nullable List<CostCode> prohibited)
      implements OfFund {
    public FundOpened {
      purposes = List.copyOf(purposes);
      groups = List.copyOf(groups);
      divisions = divisions == null ? null : List.copyOf(divisions);
      prohibited = prohibited == null ? null : List.copyOf(prohibited);
    }
  }

  /** A unit may spend so much of the fund on its running costs in the fund's year. */
  @WireName("fund.allocation-recorded.v1")
  record FundAllocationRecorded(FundId fund, StationId unit, long amountFen) implements OfFund {}

  /** Money came in. */
  @WireName("fund.contribution-received.v1")
  record FundContributionReceived(FundId fund, long amountFen, PayerKind payer, String ref)
      implements OfFund {}

  /** The bank took back what had come in under this reference. */
  @WireName("fund.contribution-reversed.v1")
  record FundContributionReversed(FundId fund, long amountFen, String ref) implements OfFund {}

  /**
   * Another department's money came in because of ours: so much of what came in under this
   * reference, and how much of that each of our funds drew in.
   */
  @WireName("fund.leverage-recorded.v1")
  record LeverageRecorded(
      FundId fund, long leveragedFen, DeptCode dept, List<FundAmount> seeds, String ref)
      implements OfFund {
    public LeverageRecorded {
      seeds = List.copyOf(seeds);
    }
  }

  /** Nothing of the fund may be held, promised or paid until it is unfrozen. */
  @WireName("fund.frozen.v1")
  record FundFrozen(FundId fund, FreezeReason reason) implements OfFund {}

  /** Finance and civil affairs have looked, and the money of the fund may move again. */
  @WireName("fund.unfrozen.v1")
  record FundUnfrozen(FundId fund) implements OfFund {}

  /**
   * The fund is closed for ever: what was left went on into a fund of the next year, or lapsed to
   * where it came from; each may be zero.
   */
  @WireName("fund.year-closed.v1")
  record FundYearClosed(
      FundId fund, int fiscalYear, long carryOverFen, long lapsedFen, @Nullable FundId into)
      implements OfFund {}

  /**
   * What stands on a fund after a posting, each zero or more (domain §3.4.2): received, held,
   * committed, disbursed, refunded, available. Only on a frozen fund from which the bank took money
   * back may less than nothing be available.
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

  /**
   * A community has founded this fund, a charity keeps its money, and a committee decides; of its
   * members so many are residents.
   */
  @WireName("micro-fund.established.v1")
  record MicroFundEstablished(
      FundId fund, CharityId host, List<FounderKind> founders, int members, int residents)
      implements OfFund {
    public MicroFundEstablished {
      founders = List.copyOf(founders);
    }
  }

  /** A giver of this kind gave money to a micro-fund. */
  @WireName("micro-fund.donation-received.v1")
  record MicroFundDonationReceived(FundId fund, long amountFen, PayerKind donor, String ref)
      implements OfFund {}

  /**
   * The committee voted and its charity paid, perhaps for a project; grants of a fund count from 1,
   * and nobody may have voted no.
   */
  @WireName("micro-fund.grant-approved.v1")
  record MicroFundGrantApproved(
      FundId fund,
      int number,
      long amountFen,
      GrantPurpose purpose,
      int yes,
      int no,
      @Nullable ProjectId project)
      implements OfFund {}

  /**
   * What came into a micro-fund and went out in a year, and what was left at its end; each may be
   * zero, and less than zero where money was taken or given back.
   */
  @WireName("micro-fund.statement-published.v1")
  record MicroFundStatementPublished(
      FundId fund, int year, long inFen, long outFen, long balanceFen) implements OfFund {}

  /** A micro-fund has given nothing for more than a year; its next grant wakes it. */
  @WireName("micro-fund.fell-dormant.v1")
  record MicroFundFellDormant(FundId fund) implements OfFund {}

  /** A micro-fund is closed for ever; what was left, perhaps nothing, went where was agreed. */
  @WireName("micro-fund.ended.v1")
  record MicroFundEnded(FundId fund, long residueFen) implements OfFund {}

  /** Users of a low-fee programme paid so much for so many uses on a day. */
  @WireName("fee.collected.v1")
  record FeeCollected(
      FundId fund, ProgrammeId programme, long amountFen, int count, LocalDate date, String ref)
      implements OfFund {}

  /** Users of a low-fee programme were given back so much of what they had paid. */
  @WireName("fee.refunded.v1")
  record FeeRefunded(FundId fund, ProgrammeId programme, long amountFen, String ref)
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

  /** Somebody who may approve sent the payment back; it waits to be put forward again. */
  @WireName("funding.disbursement-rejected.v1")
  record DisbursementRejected(
      ProjectId project, DisbursementId disbursement, int tranche, RejectionCode code)
      implements OfProject {}

  /** The payee gave money back to the funds it came from. */
  @WireName("funding.refunded.v1")
  record FundsRefunded(
      ProjectId project, OperatorId payer, List<FundAmount> lines, long totalFen, String ref)
      implements OfProject {
    public FundsRefunded {
      lines = List.copyOf(lines);
    }
  }

  /**
   * The books of the project are closed; amounts may be zero. What was paid beyond the work that
   * was accepted is still to be refunded.
   */
  @WireName("funding.settled.v1")
  record FundsSettled(
      ProjectId project,
      ReservationId reservation,
      long paidFen,
      long releasedFen,
      long refundedFen)
      implements OfProject {}
}

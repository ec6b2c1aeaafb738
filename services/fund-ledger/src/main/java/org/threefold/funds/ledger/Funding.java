package org.threefold.funds.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.threefold.events.DisbursementId;
import org.threefold.events.FundEvent.LineFailure;
import org.threefold.events.ProjectId;
import org.threefold.events.ReservationId;

/**
 * The money of one project: its last plan, what became of it, and what was paid.
 *
 * @param failures why the last plan was rejected; empty if it was not
 * @param expiresAt until when it is held; only while it is held
 */
record Funding(
    ProjectId project,
    Plan plan,
    ReservationId reservation,
    Status status,
    List<LineFailure> failures,
    @Nullable Instant expiresAt,
    @Nullable Contract contract,
    Work work,
    List<Disbursement> disbursements,
    Ending ending) {

  /** States of domain §3.4.3; PARTLY_PAID and PAID are read off the disbursements. */
  enum Status {
    REJECTED,
    HELD,
    RELEASED,
    EXPIRED,
    COMMITTED,
    SETTLED;

    /** Whether money of funds is bound by it. */
    boolean isLive() {
      return this == HELD || this == COMMITTED;
    }
  }

  Funding {
    disbursements = List.copyOf(disbursements);
    // Neither stood in the first journals.
    failures = List.copyOf(Objects.requireNonNullElse(failures, List.of()));
    ending = Objects.requireNonNullElse(ending, Ending.NONE);
  }

  static Funding rejected(ProjectId project, Plan plan, List<LineFailure> failures) {
    return planned(project, plan, Status.REJECTED, failures, null);
  }

  static Funding held(ProjectId project, Plan plan, Instant until) {
    return planned(project, plan, Status.HELD, List.of(), until);
  }

  private static Funding planned(
      ProjectId project,
      Plan plan,
      Status status,
      List<LineFailure> failures,
      @Nullable Instant until) {
    return new Funding(
        project,
        plan,
        reservationOf(project, plan.version()),
        status,
        failures,
        until,
        null,
        Work.NONE,
        List.of(),
        Ending.NONE);
  }

  static ReservationId reservationOf(ProjectId project, int planVersion) {
    return new ReservationId("R-" + project + "-" + planVersion);
  }

  /** Evolves: the money of the project after a change. */
  Funding after(Change.OfFunding change) {
    return switch (change) {
      case Change.PlanRejected it -> rejected(it.project(), it.plan(), it.failures());
      case Change.Held it -> held(it.project(), it.plan(), it.expiresAt());
      case Change.Committed _ -> in(Status.COMMITTED);
      case Change.Freed it -> in(it.status());
      case Change.Signed it -> under(it.contract());
      case Change.Begun _ -> with(work.begun());
      case Change.Reached it -> with(work.reached(it.progress(), it.evidence()));
      case Change.Accepted _ -> with(work.passed());
      case Change.Judged it -> with(work.graded(it.grade()));
      case Change.Mended _ -> with(work.mended());
      case Change.TrancheDue it -> with(it.disbursement());
      case Change.Approved it -> with(get(it.disbursement()).approved(it.approval()));
      case Change.Paid it -> with(get(it.disbursement()).settled());
      case Change.SentBack it -> with(get(it.disbursement()).sentBack(it.code()));
      case Change.PutForward it -> with(get(it.disbursement()).putForward());
      case Change.Terminated _ -> endedEarly();
      case Change.SettlementAgreed it -> with(ending.agreed(it.agreement()));
      case Change.Owed it -> with(ending.owing(it.owedFen()));
      case Change.Refunded it -> with(ending.with(it.refund()));
      case Change.Settled _ -> in(Status.SETTLED);
    };
  }

  private Funding in(Status next) {
    return copy(next, null, contract, work, disbursements, ending);
  }

  private Funding under(Contract signed) {
    return copy(status, expiresAt, signed, work, disbursements, ending);
  }

  private Funding with(Work done) {
    return copy(status, expiresAt, contract, done, disbursements, ending);
  }

  private Funding with(Ending changed) {
    return copy(status, expiresAt, contract, work, disbursements, changed);
  }

  /** Ended early: of what was asked for, only what was paid remains. */
  private Funding endedEarly() {
    List<Disbursement> paid = disbursements.stream().filter(Disbursement::paid).toList();
    return copy(status, expiresAt, contract, work, paid, ending.early());
  }

  /** With one more disbursement, or with another state of one it has. */
  private Funding with(Disbursement changed) {
    List<Disbursement> others =
        disbursements.stream().filter(it -> !it.id().equals(changed.id())).toList();
    List<Disbursement> all =
        Stream.concat(others.stream(), Stream.of(changed))
            .sorted((one, other) -> Integer.compare(one.tranche(), other.tranche()))
            .toList();
    return copy(status, expiresAt, contract, work, all, ending);
  }

  private Funding copy(
      Status next,
      @Nullable Instant until,
      @Nullable Contract signed,
      Work done,
      List<Disbursement> asked,
      Ending ended) {
    return new Funding(
        project, plan, reservation, next, failures, until, signed, done, asked, ended);
  }

  Disbursement get(DisbursementId id) {
    return disbursements.stream()
        .filter(it -> it.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(id + " is none of " + project));
  }

  boolean hasTranche(int tranche) {
    return disbursements.stream().anyMatch(it -> it.tranche() == tranche);
  }

  /** What is to be paid in all: the contract, but never more than was committed. */
  long payableFen() {
    return contract == null ? 0 : Math.min(contract.amountFen(), plan.totalFen());
  }

  long requestedFen() {
    return disbursements.stream().mapToLong(Disbursement::totalFen).sum();
  }

  long paidFen() {
    return disbursements.stream()
        .filter(Disbursement::paid)
        .mapToLong(Disbursement::totalFen)
        .sum();
  }
}

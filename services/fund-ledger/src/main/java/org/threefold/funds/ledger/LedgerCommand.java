package org.threefold.funds.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.threefold.access.Role;
import org.threefold.events.ClientGroup;
import org.threefold.events.DeptCode;
import org.threefold.events.DisbursementId;
import org.threefold.events.DivisionCode;
import org.threefold.events.FundId;
import org.threefold.events.FundType;
import org.threefold.events.Grade;
import org.threefold.events.PayerKind;
import org.threefold.events.ProjectId;
import org.threefold.events.Purpose;
import org.threefold.events.ReleaseCause;
import org.threefold.events.ReservationId;

/** What the ledger can be asked to do, by a person, a fact or a timer. */
sealed interface LedgerCommand {

  /**
   * Opens a fund; without an id it gets the next of its year and type, without lists those of its
   * type.
   */
  record OpenFund(
      @Nullable FundId fund,
      String name,
      FundType type,
      DeptCode owner,
      int fiscalYear,
      DivisionCode division,
      @Nullable List<Purpose> purposes,
      @Nullable List<ClientGroup> groups)
      implements LedgerCommand {}

  /** Money came in. */
  record Contribute(FundId fund, long amountFen, PayerKind payer, String ref)
      implements LedgerCommand {}

  /** A project asks for money. */
  record Reserve(ProjectId project, Plan plan, List<ClientGroup> groups, Instant at)
      implements LedgerCommand {}

  /** The panel said yes. */
  record Commit(ProjectId project, ReservationId reservation, Instant at)
      implements LedgerCommand {}

  /** The project will not have the money after all; no reservation means whatever it has. */
  record Release(ProjectId project, @Nullable ReservationId reservation, ReleaseCause cause)
      implements LedgerCommand {}

  /** The hold has run out. */
  record ExpireHold(ProjectId project, Instant at) implements LedgerCommand {}

  /** There is a contract to pay. */
  record Sign(ProjectId project, Contract contract) implements LedgerCommand {}

  /** Work has begun. */
  record Begin(ProjectId project) implements LedgerCommand {}

  /** Work has come so far. */
  record Reach(ProjectId project, int progress, int evidence) implements LedgerCommand {}

  /** The work is accepted. */
  record Accept(ProjectId project) implements LedgerCommand {}

  /** The final grade stands. */
  record Judge(ProjectId project, Grade grade) implements LedgerCommand {}

  /** What was to be put right has been. */
  record Mend(ProjectId project) implements LedgerCommand {}

  /** Somebody agrees that a tranche be paid. */
  record ApproveDisbursement(DisbursementId disbursement, String subject, Set<Role> roles)
      implements LedgerCommand {}
}

package org.threefold.funds.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.threefold.access.Role;
import org.threefold.events.ClientGroup;
import org.threefold.events.DisbursementId;
import org.threefold.events.Grade;
import org.threefold.events.ProjectId;
import org.threefold.events.RejectionCode;
import org.threefold.events.ReleaseCause;
import org.threefold.events.ReservationId;

/** What the ledger can be asked to do with the money of a project. */
sealed interface FundingCommand extends LedgerCommand {

  /** A project asks for money. */
  record Reserve(ProjectId project, Plan plan, List<ClientGroup> groups, Instant at)
      implements FundingCommand {}

  /** The panel said yes. */
  record Commit(ProjectId project, ReservationId reservation, Instant at)
      implements FundingCommand {}

  /** The project will not have the money after all; no reservation means whatever it has. */
  record Release(ProjectId project, @Nullable ReservationId reservation, ReleaseCause cause)
      implements FundingCommand {}

  /** The hold has run out. */
  record ExpireHold(ProjectId project, Instant at) implements FundingCommand {}

  /** There is a contract to pay. */
  record Sign(ProjectId project, Contract contract) implements FundingCommand {}

  /** Work has begun. */
  record Begin(ProjectId project) implements FundingCommand {}

  /** Work has come so far. */
  record Reach(ProjectId project, int progress, int evidence) implements FundingCommand {}

  /** The work is accepted. */
  record Accept(ProjectId project) implements FundingCommand {}

  /** The final grade stands. */
  record Judge(ProjectId project, Grade grade) implements FundingCommand {}

  /** What was to be put right has been. */
  record Mend(ProjectId project) implements FundingCommand {}

  /** Somebody agrees that a tranche be paid. */
  record ApproveDisbursement(DisbursementId disbursement, String subject, Set<Role> roles)
      implements FundingCommand {}

  /** Somebody who may approve sends a payment back. */
  record RejectDisbursement(DisbursementId disbursement, RejectionCode code, Set<Role> roles)
      implements FundingCommand {}

  /** A payment that was sent back is put forward again. */
  record ResubmitDisbursement(DisbursementId disbursement) implements FundingCommand {}

  /** The work was ended before it was done. */
  record Terminate(ProjectId project) implements FundingCommand {}

  /** Somebody agrees that of a terminated project's work so much was worth paying. */
  record Settle(ProjectId project, long acceptedFen, String subject, Set<Role> roles)
      implements FundingCommand {}

  /** The payee gave money back. */
  record Refund(ProjectId project, long amountFen, String ref) implements FundingCommand {}
}

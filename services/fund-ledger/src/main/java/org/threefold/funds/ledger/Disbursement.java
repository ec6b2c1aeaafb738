package org.threefold.funds.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.threefold.access.Role;
import org.threefold.events.DisbursementId;
import org.threefold.events.FundEvent.FundAmount;

/** One tranche, waiting for two approvals or paid. */
record Disbursement(
    DisbursementId id,
    int tranche,
    List<FundAmount> lines,
    long totalFen,
    List<Approval> approvals,
    boolean paid) {

  /** Who agreed, as what. The subject stays in the ledger. */
  record Approval(String subject, Role role) {}

  Disbursement {
    lines = List.copyOf(lines);
    approvals = List.copyOf(approvals);
  }

  Disbursement approved(Approval approval) {
    List<Approval> more = new ArrayList<>(approvals);
    more.add(approval);
    return new Disbursement(id, tranche, lines, totalFen, more, paid);
  }

  Disbursement settled() {
    return new Disbursement(id, tranche, lines, totalFen, approvals, true);
  }

  Stream<String> subjects() {
    return approvals.stream().map(Approval::subject);
  }
}

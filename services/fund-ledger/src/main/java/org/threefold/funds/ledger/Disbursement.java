package org.threefold.funds.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.threefold.access.Role;
import org.threefold.events.DisbursementId;
import org.threefold.events.FundEvent.FundAmount;
import org.threefold.events.RejectionCode;

/**
 * One tranche, waiting for two approvals, sent back, or paid.
 *
 * @param rejected why it was sent back, until it is put forward again
 */
record Disbursement(
    DisbursementId id,
    int tranche,
    List<FundAmount> lines,
    long totalFen,
    List<Approval> approvals,
    @Nullable RejectionCode rejected,
    boolean paid) {

  /** Who agreed, as what. The subject stays in the ledger. */
  record Approval(String subject, Role role) {}

  Disbursement {
    lines = List.copyOf(lines);
    approvals = List.copyOf(approvals);
  }

  static Disbursement due(DisbursementId id, int tranche, List<FundAmount> lines, long totalFen) {
    return new Disbursement(id, tranche, lines, totalFen, List.of(), null, false);
  }

  Disbursement approved(Approval approval) {
    List<Approval> more = new ArrayList<>(approvals);
    more.add(approval);
    return new Disbursement(id, tranche, lines, totalFen, more, rejected, paid);
  }

  Disbursement sentBack(RejectionCode code) {
    return new Disbursement(id, tranche, lines, totalFen, List.of(), code, paid);
  }

  Disbursement putForward() {
    return new Disbursement(id, tranche, lines, totalFen, List.of(), null, paid);
  }

  Disbursement settled() {
    return new Disbursement(id, tranche, lines, totalFen, approvals, null, true);
  }

  Stream<String> subjects() {
    return approvals.stream().map(Approval::subject);
  }
}

package org.threefold.funds.proof;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.threefold.funds.journal.Proof.Fault;

/** Whether the stored journal is as it was written, as far as it is known. */
final class ProofHealth extends AbstractHealthIndicator {

  private final Prover prover;

  ProofHealth(Prover prover) {
    this.prover = prover;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    Fault fault = prover.fault();
    if (fault == null) {
      builder.up();
    } else {
      builder.down().withDetail("entry", fault.seq()).withDetail("reason", fault.reason());
    }
    builder.withDetail("proved", prover.proved());
  }
}

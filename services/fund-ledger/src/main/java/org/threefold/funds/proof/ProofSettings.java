package org.threefold.funds.proof;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the service checks its own journal.
 *
 * @param rate entries checked in a second at most
 * @param again so long after the first entry was checked, checking begins with it again
 */
@ConfigurationProperties("funds.proof")
record ProofSettings(@DefaultValue("2000") int rate, @DefaultValue("1h") Duration again) {

  ProofSettings {
    if (rate < 1) {
      throw new IllegalArgumentException("funds.proof.rate: at least one entry in a second");
    }
    if (again.isNegative()) {
      throw new IllegalArgumentException("funds.proof.again: not less than nothing");
    }
  }
}

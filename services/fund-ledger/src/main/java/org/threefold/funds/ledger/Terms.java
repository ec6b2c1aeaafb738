package org.threefold.funds.ledger;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How projects get their money (domain §3.4.3).
 *
 * @param hold how long a reservation stands without approval
 * @param tranches of a contract in percent: at the start, in the middle, at the end; together 100
 * @param secondAt progress in percent at which the middle tranche is due
 * @param mostForEvaluation percent of a plan that may go into evaluation
 * @param mostForManagement percent of a plan that may go into management
 * @param snapshotEvery entries between two snapshots of the journal
 */
@ConfigurationProperties("funds")
record Terms(
    @DefaultValue("30d") Duration hold,
    @DefaultValue({"30", "40", "30"}) List<Integer> tranches,
    @DefaultValue("50") int secondAt,
    @DefaultValue("5") int mostForEvaluation,
    @DefaultValue("10") int mostForManagement,
    @DefaultValue("10000") int snapshotEvery) {

  static final int FIRST = 1;
  static final int SECOND = 2;
  static final int LAST = 3;

  /** What is paid when a terminated project is settled. */
  static final int SETTLEMENT = 4;

  Terms {
    tranches = List.copyOf(tranches);
    if (tranches.size() != LAST
        || tranches.stream().anyMatch(it -> it < 0)
        || tranches.stream().mapToInt(Integer::intValue).sum() != 100) {
      throw new IllegalArgumentException("funds.tranches: three percentages that make 100");
    }
    if (hold.isNegative() || hold.isZero()) {
      throw new IllegalArgumentException("funds.hold: more than nothing");
    }
  }

  /**
   * What a tranche but the last comes to, of a contract; the fraction of a fen is left to the last.
   */
  long share(int tranche, long contractFen) {
    int percent = tranches.get(tranche - 1);
    return contractFen / 100 * percent + contractFen % 100 * percent / 100;
  }
}

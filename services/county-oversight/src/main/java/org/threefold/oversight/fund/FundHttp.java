package org.threefold.oversight.fund;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.threefold.access.Actor;
import org.threefold.access.May;

/** The balances over HTTP, for those who may see all the county's money. */
@RestController
class FundHttp {

  /**
   * Figure M-01.
   *
   * @param total over all of them
   * @param holds whether R + F = A + H + C + D on each and on the whole, to the fen
   */
  record Balances(Instant asOf, List<Fund> funds, Balance total, boolean holds) {

    static Balances of(List<Fund> funds, Instant asOf) {
      Balance total = funds.stream().map(Fund::balance).reduce(Balance.NONE, Balance::plus);
      boolean holds = total.addsUp() && funds.stream().allMatch(Fund::holds);
      return new Balances(asOf, funds, total, holds);
    }
  }

  private final Funds funds;
  private final Clock clock;

  FundHttp(Funds funds, Clock clock) {
    this.funds = funds;
    this.clock = clock;
  }

  @GetMapping("/api/v1/funds")
  @May("fund.read")
  Balances balances(Actor actor) {
    return Balances.of(funds.all(actor.area()), clock.instant());
  }
}

package org.threefold.needs.need;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.threefold.access.Actor;
import org.threefold.access.May;
import org.threefold.access.NotFound;
import org.threefold.events.NeedId;
import org.threefold.needs.supply.Suggestion;
import org.threefold.needs.supply.Supplies;

/** What on offer could answer a need, over HTTP: the best first, each with its reasons. */
@RestController
class SupplierHttp {

  private final Needs needs;
  private final Supplies supplies;
  private final Clock clock;

  SupplierHttp(Needs needs, Supplies supplies, Clock clock) {
    this.needs = needs;
    this.supplies = supplies;
    this.clock = clock;
  }

  @GetMapping(NeedHttp.PATH + "/{id}/suppliers")
  @May("need.match")
  List<Suggestion> suppliers(
      @PathVariable NeedId id,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
      Actor actor) {
    Recorded need =
        needs
            .find(id)
            .map(found -> (Recorded) found.state())
            .filter(it -> actor.covers(it.origin().division()))
            .orElseThrow(() -> new NotFound(id));
    Sought sought = Sought.of(need, clock.instant());
    return supplies.suggest(sought.category(), sought.wanted(), limit);
  }
}

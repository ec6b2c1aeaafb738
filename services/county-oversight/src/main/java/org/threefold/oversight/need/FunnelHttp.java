package org.threefold.oversight.need;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.threefold.access.Actor;
import org.threefold.access.May;
import org.threefold.events.DivisionCode;
import org.threefold.events.Route;

/** The funnel of the reader's area over HTTP. */
@RestController
class FunnelHttp {

  private final Needs needs;
  private final Clock clock;

  FunnelHttp(Needs needs, Clock clock) {
    this.needs = needs;
    this.clock = clock;
  }

  @GetMapping("/api/v1/funnel")
  @May("need.read")
  Funnel funnel(
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(required = false) @Nullable DivisionCode town,
      @RequestParam(required = false) @Nullable Route route,
      Actor actor) {
    var cohort = new Funnel.Cohort(actor.area(), town, route, from, to);
    return Funnel.of(cohort, needs, clock.instant());
  }
}

package org.threefold.needs.need;

import java.time.Instant;
import java.time.LocalDate;
import org.threefold.events.NeedId;
import org.threefold.events.Route;
import org.threefold.events.StationId;
import org.threefold.messaging.Cause;
import org.threefold.needs.need.NeedCommand.RouteBy;
import org.threefold.needs.need.NeedCommand.RouteBy.ToCase;
import org.threefold.teststand.Stand;

/** A need that was routed to a case by a process that died before it could open the case. */
public final class RoutedOnly {

  private RoutedOnly() {}

  /** Leaves the need so. */
  public static void leave(Stand intake, NeedId need, StationId unit, String worker) {
    Instant now = intake.clock().instant();
    LocalDate today = LocalDate.of(2026, 11, 23);
    var command =
        new RouteBy(
            Route.CASE,
            null,
            new ToCase(unit, worker, true, today, ConsentBy.CLIENT, today, "dead"));
    var cause = new Cause.Asked("dead:" + need, "h", null, "TST_WORKER@" + unit, now, null);
    intake.bean(Needs.class).decide(need, cause, command);
  }
}

package org.threefold.needs.follow;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.threefold.access.NotFound;
import org.threefold.access.Open;
import org.threefold.events.NeedId;
import org.threefold.needs.need.Glance;
import org.threefold.needs.need.Needs;
import org.threefold.needs.unit.Units;

/** Following a need over HTTP, without signing in. */
@RestController
class FollowHttp {

  private final Needs needs;
  private final Units units;
  private final Clock clock;
  private final Questions questions;

  FollowHttp(Needs needs, Units units, Clock clock, Questions questions) {
    this.needs = needs;
    this.units = units;
    this.clock = clock;
    this.questions = questions;
  }

  @GetMapping("/api/v1/follow/{number}")
  @Open
  ResponseEntity<FollowView> follow(@PathVariable NeedId number, HttpServletRequest request) {
    questions.mustTake(request.getRemoteAddr(), clock.instant());
    Glance found = needs.glance(number).orElseThrow(() -> new NotFound(number));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(FollowView.of(found, units.nameOf(found.owner()).orElse(null)));
  }
}

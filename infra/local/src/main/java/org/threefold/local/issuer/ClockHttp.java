package org.threefold.local.issuer;

import java.time.Duration;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.threefold.local.CountyClock;

/**
 * Shows the local county's time and moves it on, so that nobody has to wait a week to see a need
 * close.
 */
@RestController
class ClockHttp {

  /** Further than this at once is a slip of the pen. */
  private static final Duration FURTHEST = Duration.ofDays(400);

  record Time(Instant now, Duration ahead) {}

  record Advance(Duration by) {}

  private final CountyClock clock;

  ClockHttp(CountyClock clock) {
    this.clock = clock;
  }

  @GetMapping("/county/clock")
  Time time() {
    return new Time(clock.instant(), clock.ahead());
  }

  @PostMapping("/county/clock/advance")
  ResponseEntity<Time> advance(@RequestBody Advance advance) {
    if (advance.by.isNegative() || advance.by.compareTo(FURTHEST) > 0) {
      return ResponseEntity.badRequest().build();
    }
    clock.advance(advance.by);
    return ResponseEntity.ok(time());
  }
}

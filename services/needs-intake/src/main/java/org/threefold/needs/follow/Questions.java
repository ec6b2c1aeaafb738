package org.threefold.needs.follow;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threefold.access.problems.Problem;

/**
 * Counts questions by window, so that nobody reads all numbers one after the other. Addresses are
 * forgotten with their window, and there are never more of them than questions in one.
 */
@Component
public final class Questions {

  private final FollowSettings settings;
  private final Map<String, Integer> asked = new HashMap<>();
  private Instant windowEnds = Instant.MIN;
  private int all;

  Questions(FollowSettings settings) {
    this.settings = settings;
  }

  /**
   * Goes on if one more question of this address is answered.
   *
   * @throws org.threefold.access.problems.WithProblem if there were too many (API-016)
   */
  public void mustTake(String address, Instant now) {
    if (!take(address, now)) {
      throw Problem.of("API-016")
          .with("Retry-After", Long.toString(settings.window().toSeconds()))
          .thrown();
    }
  }

  /** Whether one more question of this address is answered; it counts if it is. */
  synchronized boolean take(String address, Instant now) {
    if (!now.isBefore(windowEnds)) {
      asked.clear();
      all = 0;
      windowEnds = now.plus(settings.window());
    }
    int own = asked.getOrDefault(address, 0);
    if (own >= settings.perAddress() || all >= settings.overall()) {
      return false;
    }
    asked.put(address, own + 1);
    all++;
    return true;
  }
}

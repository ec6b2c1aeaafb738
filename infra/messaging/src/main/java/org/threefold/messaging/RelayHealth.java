package org.threefold.messaging;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Says when facts cannot be said at the moment: commands are still taken, the county hears of them
 * later.
 */
final class RelayHealth implements HealthIndicator {

  private final Relay relay;

  RelayHealth(Relay relay) {
    this.relay = relay;
  }

  @Override
  public Health health() {
    Health.Builder health = relay.isFailing() ? Health.status("DELAYED") : Health.up();
    return health
        .withDetail("unsaid", relay.unsaid())
        .withDetail("refusesAt", Relay.MAX_UNSAID)
        .build();
  }
}

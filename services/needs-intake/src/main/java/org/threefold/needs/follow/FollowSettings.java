package org.threefold.needs.follow;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often may be asked by people without a token.
 *
 * @param perAddress questions of one address in a window
 * @param overall questions of all together in a window
 * @param window how long one is
 */
@ConfigurationProperties("needs.follow")
public record FollowSettings(
    @DefaultValue("20") int perAddress,
    @DefaultValue("600") int overall,
    @DefaultValue("1m") Duration window) {

  public FollowSettings {
    if (perAddress < 1 || overall < perAddress || !window.isPositive()) {
      throw new IllegalArgumentException(
          "needs.follow: at least one question of each address, and no fewer overall");
    }
  }
}

package org.threefold.needs.help;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How soon help requests are to be answered first (domain §3.6).
 *
 * @param urgentWithin hours of the clock, day and night
 * @param normalWithin working days
 */
@ConfigurationProperties("needs.help")
public record HelpSettings(
    @DefaultValue("2h") Duration urgentWithin, @DefaultValue("2") int normalWithin) {

  public HelpSettings {
    if (!urgentWithin.isPositive() || normalWithin < 1) {
      throw new IllegalArgumentException("needs.help.*-within are longer than nothing");
    }
  }
}

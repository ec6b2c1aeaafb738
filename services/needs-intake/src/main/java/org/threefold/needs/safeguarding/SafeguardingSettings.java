package org.threefold.needs.safeguarding;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a county may set otherwise in safeguarding.
 *
 * @param reportWithin an alert that is not reported so long is told as late (domain §3.6)
 */
@ConfigurationProperties("needs.safeguarding")
record SafeguardingSettings(@DefaultValue("2h") Duration reportWithin) {

  SafeguardingSettings {
    if (!reportWithin.isPositive()) {
      throw new IllegalArgumentException("needs.safeguarding.report-within is longer than nothing");
    }
  }
}

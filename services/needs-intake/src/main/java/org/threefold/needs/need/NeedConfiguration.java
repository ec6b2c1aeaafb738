package org.threefold.needs.need;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.threefold.calendar.WorkingDays;
import org.threefold.needs.NeedsSettings;

/** What needs are told of the county's time. */
@Configuration(proxyBeanMethods = false)
class NeedConfiguration {

  @Bean
  Times times(WorkingDays days, NeedsSettings settings) {
    return new Times(days, settings);
  }
}

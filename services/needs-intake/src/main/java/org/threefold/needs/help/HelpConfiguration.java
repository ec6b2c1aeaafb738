package org.threefold.needs.help;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.threefold.calendar.WorkingDays;

/** What help requests are told of the county's time. */
@Configuration(proxyBeanMethods = false)
class HelpConfiguration {

  @Bean
  HelpTimes helpTimes(WorkingDays days, HelpSettings settings) {
    return new HelpTimes(days, settings.urgentWithin(), settings.normalWithin());
  }
}

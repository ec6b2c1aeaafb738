package org.threefold.projects.activity;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.threefold.events.ActivityEvent;
import org.threefold.messaging.Ear;

/** What the systems of departments say; all of it is judged in one place. */
@Configuration(proxyBeanMethods = false)
class ActivityMessaging {

  @Bean
  Consumer<Message<List<byte[]>>> activities(Ear ear, Activities judges) {
    return ear.hearForeign(ActivityEvent.class, judges::hear);
  }
}

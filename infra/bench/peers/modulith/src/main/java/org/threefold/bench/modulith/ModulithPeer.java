package org.threefold.bench.modulith;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.modulith.events.EventExternalizationConfiguration;
import org.springframework.modulith.events.RoutingTarget;
import org.threefold.bench.peers.NeedCollected;
import org.threefold.bench.peers.Tables;

/** A small Modulith: one event, said on the topic of the run under the id of its need. */
@SpringBootApplication(proxyBeanMethods = false)
class ModulithPeer {

  @Bean
  Tables tables(JdbcTemplate jdbc) {
    return new Tables(jdbc);
  }

  @Bean
  EventExternalizationConfiguration externalization(Environment environment) {
    String topic = environment.getRequiredProperty("bench.topic");
    return EventExternalizationConfiguration.externalizing()
        .selectByType(NeedCollected.class)
        .route(NeedCollected.class, it -> RoutingTarget.forTarget(topic).andKey(it.need()))
        .build();
  }
}

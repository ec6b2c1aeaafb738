package org.threefold.bench.chain;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.threefold.bench.own.Wish;
import org.threefold.events.NeedEvent;
import org.threefold.messaging.AggregateStores;
import org.threefold.messaging.Aggregates;

/** The first of the chain: keeps needs, hears nobody. */
@EnableAutoConfiguration
@Configuration(proxyBeanMethods = false)
class Wanted {

  @Bean
  Aggregates<Wish, NeedEvent> kept(AggregateStores stores) {
    return stores.open(Wish.TYPE);
  }
}

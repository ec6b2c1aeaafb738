package org.threefold.bench.chain;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.threefold.bench.own.Effect;
import org.threefold.bench.protocol.Effects;
import org.threefold.events.FundEvent;
import org.threefold.events.FundEvent.FundsReserved;
import org.threefold.messaging.AggregateStores;
import org.threefold.messaging.Ear;
import org.threefold.messaging.Known;

/** The last: sees that money is held for a need. */
@EnableAutoConfiguration
@Configuration(proxyBeanMethods = false)
class Seen {

  @Bean
  Known<Effect> effectsOfHolds(AggregateStores stores) {
    return stores.known("effects", Effect.class);
  }

  @Bean
  Consumer<Message<List<byte[]>>> funds(Ear ear, Known<Effect> known, Effects effects) {
    return ear.hear(
        FundEvent.class,
        (event, cause) -> {
          if (event instanceof FundsReserved it) {
            String need = Names.needOf(it.project());
            known.learn(need, cause, before -> new Effect(before == null ? 1 : before.times() + 1));
            effects.stored(need);
          }
        });
  }
}

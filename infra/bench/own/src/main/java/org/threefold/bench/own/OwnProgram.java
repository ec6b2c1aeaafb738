package org.threefold.bench.own;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.threefold.bench.protocol.Effects;
import org.threefold.events.IntakeEvent;
import org.threefold.events.NeedEvent;
import org.threefold.messaging.AggregateStores;
import org.threefold.messaging.Aggregates;
import org.threefold.messaging.Ear;
import org.threefold.messaging.Known;

/** A service that keeps needs, and hears itself. */
@EnableAutoConfiguration
@Configuration(proxyBeanMethods = false)
class OwnProgram {

  @Bean
  Aggregates<Wish, NeedEvent> kept(AggregateStores stores) {
    return stores.open(Wish.TYPE);
  }

  @Bean
  Known<Effect> effectsOfNeeds(AggregateStores stores) {
    return stores.known("effects", Effect.class);
  }

  @Bean
  Consumer<Message<List<byte[]>>> needs(Ear ear, Known<Effect> known, Effects effects) {
    return ear.hear(
        IntakeEvent.class,
        (event, cause) -> {
          String id = event.stream().id();
          known.learn(id, cause, before -> new Effect(before == null ? 1 : before.times() + 1));
          effects.stored(id);
        });
  }
}

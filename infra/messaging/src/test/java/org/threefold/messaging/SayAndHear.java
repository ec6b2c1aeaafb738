package org.threefold.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.threefold.messaging.Tally.asked;
import static org.threefold.messaging.Tally.more;
import static org.threefold.messaging.Tally.need;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.Message;
import org.threefold.events.IntakeEvent;
import org.threefold.events.NeedCategory;
import org.threefold.events.NeedEvent;

/**
 * The whole way: decided, stored, said on a real broker, heard through Spring Cloud Stream; with
 * the broker gone in between.
 */
abstract class SayAndHear {

  /** The broker and the store that the service is on. */
  interface Surroundings extends AutoCloseable {

    String store();

    String broker();

    void loseBroker();

    void findBroker();

    @Override
    void close();
  }

  /** A service that hears itself. */
  @SpringBootApplication
  static class Bench {

    final List<String> heard = new CopyOnWriteArrayList<>();

    @Bean
    Aggregates<Tally, NeedEvent> tallies(AggregateStores stores) {
      return stores.open(Tally.TYPE);
    }

    @Bean
    Consumer<Message<List<byte[]>>> needs(Ear ear) {
      return ear.hear(IntakeEvent.class, (_, cause) -> heard.add(cause.id()));
    }
  }

  abstract Surroundings surroundings();

  /** On a cluster that it shares with other counties. */
  private static ConfigurableApplicationContext start(Surroundings surroundings) {
    return new SpringApplicationBuilder(Bench.class)
        .properties("spring.config.name=bench")
        .run(
            "--spring.mongodb.uri=" + surroundings.store(),
            "--spring.kafka.bootstrap-servers=" + surroundings.broker(),
            "--threefold.messaging.topic-prefix=jiangan.",
            "--spring.cloud.stream.bindings.needs-in-0.destination=jiangan.needs");
  }

  @Test
  void what_is_decided_is_heard_once_and_in_order_although_the_broker_was_away() {
    try (Surroundings surroundings = surroundings();
        ConfigurableApplicationContext context = start(surroundings)) {
      @SuppressWarnings("unchecked")
      Aggregates<Tally, NeedEvent> tallies = context.getBean(Aggregates.class);
      Bench bench = context.getBean(Bench.class);
      tallies.decide(need(1).value(), asked("a"), more(need(1), NeedCategory.REHAB));
      await().atMost(Duration.ofSeconds(30)).until(() -> bench.heard.size() == 1);

      surroundings.loseBroker();
      tallies.decide(need(1).value(), asked("b"), more(need(1), NeedCategory.REHAB));
      tallies.decide(need(2).value(), asked("c"), more(need(2), NeedCategory.REHAB));
      await().atMost(Duration.ofSeconds(40)).until(context.getBean(Relay.class)::isFailing);

      surroundings.findBroker();
      await().atMost(Duration.ofSeconds(60)).until(() -> bench.heard.size() == 3);
      assertThat(bench.heard)
          .containsSubsequence("need/" + need(1) + "@1", "need/" + need(1) + "@2")
          .contains("need/" + need(2) + "@1");
    }
  }
}

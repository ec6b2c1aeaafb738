package org.threefold.teststand;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.Message;
import org.threefold.events.IntakeEvent;
import org.threefold.events.NeedEvent.NeedMerged;
import org.threefold.events.NeedEvent.NeedSorted;
import org.threefold.events.ProjectEvent;
import org.threefold.messaging.AggregateStores;
import org.threefold.messaging.AggregateType;
import org.threefold.messaging.Aggregates;
import org.threefold.messaging.Ear;
import org.threefold.messaging.Known;

/** A service that counts what it hears and says what it is told to. */
@SpringBootApplication
class EchoApplication {

  /** How often something was heard. */
  record Heard(int times) {

    static Heard onceMore(@Nullable Heard before) {
      return new Heard(before == null ? 1 : before.times + 1);
    }
  }

  /** How often something was said. */
  record Spoken(int times) {}

  @Bean
  Known<Heard> heard(AggregateStores stores) {
    return stores.known("heard", Heard.class);
  }

  @Bean
  Aggregates<Spoken, ProjectEvent> spoken(AggregateStores stores) {
    return stores.open(
        AggregateType.of(
            "spoken",
            Spoken.class,
            new Spoken(0),
            ProjectEvent.class,
            (spoken, _) -> new Spoken(spoken.times + 1),
            _ -> null));
  }

  @Bean
  Consumer<Message<List<byte[]>>> needs(Ear ear, Known<Heard> heard) {
    return ear.hear(
        IntakeEvent.class,
        (event, cause) -> {
          if (event instanceof NeedSorted it) {
            heard.learn(it.need().value(), cause, Heard::onceMore);
          } else if (event instanceof NeedMerged) {
            throw new IllegalStateException("An echo has no twin");
          }
        });
  }
}

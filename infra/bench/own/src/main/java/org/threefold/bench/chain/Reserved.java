package org.threefold.bench.chain;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.threefold.events.DivisionCode;
import org.threefold.events.FundEvent;
import org.threefold.events.FundEvent.FundAmount;
import org.threefold.events.FundEvent.FundsReserved;
import org.threefold.events.FundId;
import org.threefold.events.ProjectEvent;
import org.threefold.events.ProjectEvent.ProjectInitiated;
import org.threefold.events.ProjectId;
import org.threefold.events.ReservationId;
import org.threefold.messaging.AggregateStores;
import org.threefold.messaging.AggregateType;
import org.threefold.messaging.Aggregates;
import org.threefold.messaging.Ear;

/** The third: holds money for each project. */
@EnableAutoConfiguration
@Configuration(proxyBeanMethods = false)
class Reserved {

  private static final long HELD_FEN = 4_200_000;

  /** What is held for one project, in fen. */
  record Hold(long totalFen) {

    static final AggregateType<Hold, FundEvent> TYPE =
        AggregateType.of(
            "holds",
            Hold.class,
            new Hold(0),
            FundEvent.class,
            Hold::after,
            _ -> new DivisionCode("511523"));

    static FundsReserved reserved(ProjectId project) {
      return new FundsReserved(
          project,
          new ReservationId("RV-" + project + "-1"),
          1,
          List.of(new FundAmount(new FundId("F-2026-01"), HELD_FEN)),
          HELD_FEN,
          Instant.parse("2026-12-25T04:00:00Z"));
    }

    private Hold after(FundEvent event) {
      return event instanceof FundsReserved it ? new Hold(it.totalFen()) : this;
    }
  }

  @Bean
  Aggregates<Hold, FundEvent> holds(AggregateStores stores) {
    return stores.open(Hold.TYPE);
  }

  @Bean
  Consumer<Message<List<byte[]>>> projects(Ear ear, Aggregates<Hold, FundEvent> holds) {
    return ear.hear(
        ProjectEvent.class,
        (event, cause) -> {
          if (event instanceof ProjectInitiated it) {
            holds.decide(it.project().value(), cause, _ -> List.of(Hold.reserved(it.project())));
          }
        });
  }
}

package org.threefold.oversight.hearing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.threefold.events.CaseEvent;
import org.threefold.events.EvaluationEvent;
import org.threefold.events.FundEvent;
import org.threefold.events.FundEvent.FundSourceRegistered;
import org.threefold.events.HelpRequestEvent;
import org.threefold.events.IntakeEvent;
import org.threefold.events.NeedEvent;
import org.threefold.events.ProjectEvent;
import org.threefold.events.SafeguardingEvent;
import org.threefold.events.StationEvent;
import org.threefold.events.VisitEvent;
import org.threefold.messaging.Ear;
import org.threefold.oversight.fund.Funds;
import org.threefold.oversight.need.Needs;
import org.threefold.oversight.place.Places;
import org.threefold.oversight.project.Projects;

/**
 * Everything oversight hears, which is everything: first the rows, then the thread and the stream.
 */
@Configuration(proxyBeanMethods = false)
class OversightMessaging {

  @Bean
  Consumer<Message<List<byte[]>>> stations(
      Ear ear, Places places, Projects projects, Chronicle chronicle) {
    return ear.hear(
        StationEvent.class,
        (event, cause) -> {
          places.learn(event, cause);
          projects.learn(event, cause);
          chronicle.write(event, cause);
        });
  }

  @Bean
  Consumer<Message<List<byte[]>>> needs(Ear ear, Needs rows, Chronicle chronicle) {
    return ear.hearRuns(
        IntakeEvent.class,
        run -> {
          List<Ear.Fact<NeedEvent>> needs = new ArrayList<>();
          List<Ear.Fact<IntakeEvent>> told = new ArrayList<>();
          for (Ear.Fact<IntakeEvent> fact : run) {
            switch (fact.event()) {
              case NeedEvent it -> {
                needs.add(new Ear.Fact<>(it, fact.cause()));
                told.add(fact);
              }
              case VisitEvent _, HelpRequestEvent _ -> told.add(fact); // Told as they happen.
              case CaseEvent _ -> told.add(fact); // The need's thread tells.
              case SafeguardingEvent _ -> {} // Restricted: nobody reads of it.
            }
          }
          rows.learn(needs);
          chronicle.write(told);
        });
  }

  @Bean
  Consumer<Message<List<byte[]>>> projects(Ear ear, Projects rows, Chronicle chronicle) {
    return ear.hear(
        ProjectEvent.class,
        (event, cause) -> {
          rows.learn(event, cause);
          chronicle.write(event, cause);
        });
  }

  @Bean
  Consumer<Message<List<byte[]>>> funds(
      Ear ear, Funds rows, Projects projects, Chronicle chronicle) {
    return ear.hear(
        FundEvent.class,
        (event, cause) -> {
          switch (event) {
            case FundEvent.OfFund it -> rows.learn(it, cause);
            case FundEvent.OfProject it -> projects.learn(it, cause);
            case FundSourceRegistered _ -> {} // Its funds have rows.
          }
          chronicle.write(event, cause);
        });
  }

  /**
   * A project's score and grade come with its own facts; what an evaluation says is told and
   * threaded only.
   */
  @Bean
  Consumer<Message<List<byte[]>>> evaluations(Ear ear, Chronicle chronicle) {
    return ear.hear(EvaluationEvent.class, chronicle::write);
  }
}

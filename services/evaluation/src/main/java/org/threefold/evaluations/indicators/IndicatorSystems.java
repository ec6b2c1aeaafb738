package org.threefold.evaluations.indicators;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.threefold.evaluations.EvaluationSettings;
import org.threefold.events.EvaluationEvent.IndicatorSystemPublished;
import org.threefold.messaging.AggregateStores;
import org.threefold.messaging.AggregateType;
import org.threefold.messaging.Aggregates;
import org.threefold.messaging.Cause;
import org.threefold.messaging.Versioned;

/** The published weights. */
@Service
public class IndicatorSystems {

  private final Aggregates<IndicatorSystem, IndicatorSystemPublished> systems;
  private final String inUse;

  IndicatorSystems(AggregateStores stores, EvaluationSettings settings) {
    this.inUse = settings.indicatorSystem();
    this.systems =
        stores.open(
            AggregateType.of(
                "indicator_systems",
                IndicatorSystem.class,
                IndicatorSystem.NONE,
                IndicatorSystemPublished.class,
                IndicatorSystem::after,
                _ -> null));
  }

  /** The formula that projects are scored by on this day. */
  public Formula on(LocalDate day) {
    return systems.find(inUse).flatMap(found -> found.state().on(day)).orElse(Formula.REFERENCE);
  }

  Versioned<IndicatorSystem> publish(IndicatorSystem.Publish command, Cause cause) {
    return systems.decide(command.system(), cause, system -> system.decide(command));
  }

  Optional<Versioned<IndicatorSystem>> find(String system) {
    return systems.find(system);
  }
}

package org.threefold.stations.division;

import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.threefold.events.DivisionCode;
import org.threefold.events.StationEvent.DivisionRegistered;
import org.threefold.messaging.AggregateStores;
import org.threefold.messaging.AggregateType;
import org.threefold.messaging.Aggregates;
import org.threefold.messaging.Cause;
import org.threefold.messaging.Versioned;
import org.threefold.stations.StationSettings;

/** The map of the county. */
@Service
public class Divisions {

  private final Aggregates<Division, DivisionRegistered> divisions;
  private final DivisionCode county;

  Divisions(AggregateStores stores, StationSettings settings) {
    this.county = settings.county();
    this.divisions =
        stores.open(
            AggregateType.of(
                "divisions",
                Division.class,
                new Division.Unknown(),
                DivisionRegistered.class,
                Division::after,
                division -> division instanceof Division.Registered it ? it.code() : null));
  }

  /** Puts a division on the map. */
  public Versioned<Division> register(
      DivisionCode code, String name, LocalDate validFrom, boolean provisional, Cause cause) {
    boolean parentKnown =
        Division.parentOf(code).map(parent -> find(parent).isPresent()).orElse(true);
    var command =
        new DivisionCommand.Register(code, name, validFrom, provisional, parentKnown, county);
    return divisions.decide(code.value(), cause, division -> division.decide(command));
  }

  /** The division, if it is on the map. */
  public Optional<Division.Registered> find(DivisionCode code) {
    return versioned(code).map(Versioned::state).map(Division.Registered.class::cast);
  }

  Optional<Versioned<Division>> versioned(DivisionCode code) {
    return divisions.find(code.value()).filter(it -> it.state() instanceof Division.Registered);
  }

  List<Division> page(DivisionCode area, @Nullable String after, int limit) {
    return divisions.page(Filters.regex("state.code", "^" + area.value()), after, limit).stream()
        .map(Versioned::state)
        .toList();
  }
}

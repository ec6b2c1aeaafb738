package org.threefold.stations.operator;

import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.threefold.access.NotFound;
import org.threefold.access.Refused;
import org.threefold.events.ContractId;
import org.threefold.events.DivisionCode;
import org.threefold.events.OperatorId;
import org.threefold.events.OperatorOrigin;
import org.threefold.events.PurchaseMethod;
import org.threefold.events.StationEvent;
import org.threefold.events.StationId;
import org.threefold.messaging.AggregateStores;
import org.threefold.messaging.AggregateType;
import org.threefold.messaging.Aggregates;
import org.threefold.messaging.Cause;
import org.threefold.messaging.Known;
import org.threefold.messaging.Versioned;
import org.threefold.stations.StationSettings;
import org.threefold.stations.operator.UnitClaims.Claim;
import org.threefold.stations.station.Contracts;

/** The agencies of the county and what they run. */
@Service
public class Operators implements Contracts {

  /** Days between which an agency may sign nothing, both included; learnt from evaluation. */
  record Bar(LocalDate from, LocalDate to) {}

  /** The terms of a contract to be signed. */
  public record Terms(
      ContractId contract,
      List<StationId> stations,
      LocalDate start,
      LocalDate end,
      PurchaseMethod method,
      long feeFen) {}

  private final Aggregates<Operator, StationEvent> operators;
  private final Known<Bar> bars;
  private final UnitClaims claims;
  private final DivisionCode county;

  Operators(AggregateStores stores, UnitClaims claims, StationSettings settings) {
    this.claims = claims;
    this.county = settings.county();
    this.bars = stores.known("bars", Bar.class);
    this.operators =
        stores.open(
            AggregateType.of(
                "operators",
                Operator.class,
                new Operator.Unknown(),
                StationEvent.class,
                Operator::after,
                _ -> null));
  }

  /** Makes an agency known. */
  public Versioned<Operator> register(
      OperatorId id,
      String name,
      OperatorOrigin origin,
      DivisionCode from,
      boolean migrated,
      Cause cause) {
    var command = new OperatorCommand.Register(id, name, origin, from, county, migrated);
    return operators.decide(id.value(), cause, operator -> operator.decide(command));
  }

  /** Lets an agency run units that are in the register. */
  public Versioned<Operator> sign(OperatorId id, Terms terms, Cause cause) {
    Operator.Agency seen = find(id).orElseThrow(() -> new NotFound(id));
    var command =
        new OperatorCommand.SignContract(
            terms.contract(),
            terms.stations(),
            terms.start(),
            terms.end(),
            terms.method(),
            terms.feeFen(),
            barredUntil(id, terms.start(), terms.end()));
    if (!seen.signed(terms.contract())) {
      // What will be refused anyway claims nothing.
      List<StationEvent> _ = seen.decide(command);
      claims.take(
          terms.stations(),
          new Claim(terms.contract(), id, terms.start(), terms.end(), cause.at()),
          this::signed);
    }
    try {
      return operators.decide(id.value(), cause, operator -> operator.decide(command));
    } catch (Refused refused) {
      claims.release(terms.stations(), terms.contract());
      throw refused;
    }
  }

  /** Remembers that an agency is barred. */
  public void bar(OperatorId id, LocalDate from, LocalDate to, Cause.Heard cause) {
    bars.learn(
        id.value(),
        cause,
        before -> before != null && before.to().isAfter(to) ? before : new Bar(from, to));
  }

  @Override
  public boolean run(StationId unit, LocalDate day) {
    return claims.of(unit).stream()
        .anyMatch(it -> !day.isBefore(it.start()) && !day.isAfter(it.end()) && signed(it));
  }

  /** The agency, if it is known. */
  public Optional<Operator.Agency> find(OperatorId id) {
    return versioned(id).map(Versioned::state).map(Operator.Agency.class::cast);
  }

  Optional<Versioned<Operator>> versioned(OperatorId id) {
    return operators.find(id.value()).filter(it -> it.state() instanceof Operator.Agency);
  }

  List<Operator> page(@Nullable String after, int limit) {
    return operators.page(Filters.exists("state.operator"), after, limit).stream()
        .map(Versioned::state)
        .toList();
  }

  private boolean signed(Claim claim) {
    return find(claim.operator()).filter(it -> it.signed(claim.contract())).isPresent();
  }

  private @Nullable LocalDate barredUntil(OperatorId id, LocalDate start, LocalDate end) {
    return bars.find(id.value())
        .filter(bar -> !bar.from().isAfter(end) && !bar.to().isBefore(start))
        .map(Bar::to)
        .orElse(null);
  }
}

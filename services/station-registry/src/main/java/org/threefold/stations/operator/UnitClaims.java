package org.threefold.stations.operator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Component;
import org.threefold.access.Refused;
import org.threefold.events.ContractId;
import org.threefold.events.OperatorId;
import org.threefold.events.StationId;

/**
 * Which contract runs a unit when.
 *
 * <p>A contract is one agency's, but a unit may not have two agencies. So each unit of a contract
 * is claimed, by one guarded write a unit, before the contract is signed. A claim that was never
 * followed by a signature stands in nobody's way for longer than {@link #UNSIGNED_MAX}.
 */
@Component
class UnitClaims {

  static final Duration UNSIGNED_MAX = Duration.ofMinutes(10);
  private static final int ATTEMPTS = 5;

  /** A contract that runs, or is about to run, the unit. */
  record Claim(
      ContractId contract, OperatorId operator, LocalDate start, LocalDate end, Instant at) {

    boolean overlaps(Claim other) {
      return !start.isAfter(other.end) && !end.isBefore(other.start);
    }
  }

  /** All claims on one unit. */
  @Document("unit_claims")
  record Claims(@Id String unit, @Version @Nullable Long version, List<Claim> claims) {}

  private final MongoOperations mongo;

  UnitClaims(MongoOperations mongo) {
    this.mongo = mongo;
  }

  /**
   * Claims the units.
   *
   * @param signed whether the contract of a claim has been signed
   * @throws Refused REG-053 if another contract runs one of them in this term; then none is claimed
   */
  void take(List<StationId> units, Claim claim, Predicate<Claim> signed) {
    List<StationId> taken = new ArrayList<>();
    try {
      for (StationId unit : units) {
        take(unit, claim, signed);
        taken.add(unit);
      }
    } catch (Refused refused) {
      taken.forEach(unit -> release(unit, claim.contract()));
      throw refused;
    }
  }

  /** Gives up the claims of a contract that will not be signed. */
  void release(List<StationId> units, ContractId contract) {
    units.forEach(unit -> release(unit, contract));
  }

  List<Claim> of(StationId unit) {
    Claims found = mongo.findById(unit.value(), Claims.class);
    return found == null ? List.of() : found.claims();
  }

  private void take(StationId unit, Claim claim, Predicate<Claim> signed) {
    change(
        unit,
        claims -> {
          List<Claim> kept = new ArrayList<>();
          for (Claim other : claims) {
            if (other.contract().equals(claim.contract())) {
              continue;
            }
            boolean stands =
                other.at().plus(UNSIGNED_MAX).isAfter(claim.at()) || signed.test(other);
            if (stands && other.overlaps(claim)) {
              throw new Refused("REG-053", unit, other.contract());
            }
            if (stands) {
              kept.add(other);
            }
          }
          kept.add(claim);
          return kept;
        });
  }

  private void release(StationId unit, ContractId contract) {
    change(unit, claims -> claims.stream().filter(it -> !it.contract().equals(contract)).toList());
  }

  private void change(StationId unit, UnaryOperator<List<Claim>> change) {
    for (int attempt = 1; ; attempt++) {
      Claims found = mongo.findById(unit.value(), Claims.class);
      Claims before = found == null ? new Claims(unit.value(), null, List.of()) : found;
      try {
        mongo.save(new Claims(unit.value(), before.version(), change.apply(before.claims())));
        return;
      } catch (OptimisticLockingFailureException | DuplicateKeyException lost) {
        if (attempt == ATTEMPTS) {
          throw lost;
        }
      }
    }
  }
}

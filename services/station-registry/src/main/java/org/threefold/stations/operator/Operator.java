package org.threefold.stations.operator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.threefold.access.Refused;
import org.threefold.events.ContractId;
import org.threefold.events.DivisionCode;
import org.threefold.events.OperatorId;
import org.threefold.events.OperatorOrigin;
import org.threefold.events.PurchaseMethod;
import org.threefold.events.StationEvent;
import org.threefold.events.StationEvent.ArchiveCompletenessChanged;
import org.threefold.events.StationEvent.ArchiveItemExpected;
import org.threefold.events.StationEvent.ArchiveItemFiled;
import org.threefold.events.StationEvent.DivisionRegistered;
import org.threefold.events.StationEvent.OperatingContractSigned;
import org.threefold.events.StationEvent.OperatorRegistered;
import org.threefold.events.StationEvent.ServiceItemListPublished;
import org.threefold.events.StationEvent.StaffAssigned;
import org.threefold.events.StationEvent.StationActivated;
import org.threefold.events.StationEvent.StationRegistered;
import org.threefold.events.StationId;
import org.threefold.stations.operator.OperatorCommand.Register;
import org.threefold.stations.operator.OperatorCommand.SignContract;

/** An agency, with the contracts by which it runs units; domain §3.1.4. */
public sealed interface Operator {

  /** Longest term of a contract (domain §2.3). */
  int TERM_YEARS_MAX = 3;

  /** Stands for a code of which the county has not been told yet. */
  Pattern PROVISIONAL = Pattern.compile("OP-[A-Z0-9-]{1,40}");

  /** Days from start to end, both included, on which it runs these units. */
  record Contract(
      ContractId contract,
      List<StationId> stations,
      LocalDate start,
      LocalDate end,
      PurchaseMethod method,
      long feeFen) {

    boolean overlaps(LocalDate from, LocalDate to) {
      return !start.isAfter(to) && !end.isBefore(from);
    }
  }

  /** Not known to the county yet. */
  record Unknown() implements Operator {}

  /** Known to the county. */
  record Agency(
      OperatorId operator,
      String name,
      OperatorOrigin origin,
      DivisionCode from,
      List<Contract> contracts)
      implements Operator {

    boolean signed(ContractId contract) {
      return contracts.stream().anyMatch(it -> it.contract().equals(contract));
    }

    private Agency with(Contract signed) {
      List<Contract> all = new ArrayList<>(contracts);
      all.add(signed);
      return new Agency(operator, name, origin, from, List.copyOf(all));
    }
  }

  /** What follows from this command. */
  default List<StationEvent> decide(OperatorCommand command) {
    return switch (command) {
      case Register it when this instanceof Agency -> throw new Refused("REG-089", it.operator());
      case Register it -> List.of(register(it));
      case SignContract it when this instanceof Agency agency -> List.of(sign(agency, it));
      case SignContract _ -> throw new Refused("REG-090", "UNKNOWN");
    };
  }

  /** The state after a fact. */
  default Operator after(StationEvent event) {
    return switch (event) {
      case OperatorRegistered it ->
          new Agency(it.operator(), it.name(), it.origin(), it.from(), List.of());
      case OperatingContractSigned it when this instanceof Agency agency ->
          agency.with(
              new Contract(
                  it.contract(), it.stations(), it.start(), it.end(), it.method(), it.feeFen()));
      case OperatingContractSigned _ -> this; // Never said before the agency is known.
      case DivisionRegistered _,
          StationRegistered _,
          StationActivated _,
          StaffAssigned _,
          ArchiveItemExpected _,
          ArchiveItemFiled _,
          ArchiveCompletenessChanged _,
          StationEvent.OfResource _,
          ServiceItemListPublished _ ->
          this; // Other streams.
    };
  }

  private static OperatorRegistered register(Register it) {
    String id = it.operator().value();
    if (!PROVISIONAL.matcher(id).matches() && !Uscc.valid(id)) {
      throw new Refused("REG-050", it.operator(), it.origin());
    }
    boolean fits =
        switch (it.origin()) {
          case INTRODUCED -> !it.county().covers(it.from());
          case LOCAL -> it.county().covers(it.from());
          case UNKNOWN -> it.migrated();
        };
    if (!fits) {
      throw new Refused("REG-050", it.from(), it.origin());
    }
    return new OperatorRegistered(it.operator(), it.name(), it.origin(), it.from());
  }

  private static OperatingContractSigned sign(Agency agency, SignContract it) {
    mustHaveGoodTerm(it.start(), it.end());
    if (it.barredUntil() != null) {
      throw new Refused("REG-057", agency.operator(), it.barredUntil());
    }
    for (Contract other : agency.contracts()) {
      if (other.overlaps(it.start(), it.end())) {
        for (StationId station : it.stations()) {
          if (other.stations().contains(station)) {
            throw new Refused("REG-053", station, other.contract());
          }
        }
      }
    }
    return new OperatingContractSigned(
        it.contract(),
        agency.operator(),
        it.stations(),
        it.start(),
        it.end(),
        it.method(),
        it.feeFen());
  }

  /**
   * Lets a term pass that ends after its start and is not too long; both days are included.
   *
   * @throws Refused REG-054
   */
  private static void mustHaveGoodTerm(LocalDate start, LocalDate end) {
    if (!end.isAfter(start) || !end.isBefore(start.plusYears(TERM_YEARS_MAX))) {
      throw new Refused("REG-054", start, end, TERM_YEARS_MAX);
    }
  }
}

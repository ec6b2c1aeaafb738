package org.threefold.stations.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Service;
import org.threefold.access.NotFound;
import org.threefold.access.Refused;
import org.threefold.events.StationId;
import org.threefold.messaging.Cause;
import org.threefold.stations.division.Division;
import org.threefold.stations.division.Divisions;
import org.threefold.stations.operator.Operator;
import org.threefold.stations.operator.Operators;
import org.threefold.stations.reference.ReferenceData.ContractRow;
import org.threefold.stations.reference.ReferenceData.DivisionRow;
import org.threefold.stations.reference.ReferenceData.OperatorRow;
import org.threefold.stations.reference.ReferenceData.StationRow;
import org.threefold.stations.station.Station;
import org.threefold.stations.station.Stations;

/**
 * Takes in what was there before the register, row by row, each as an ordinary command.
 *
 * <p>A row that is in the register already, just so, is left alone; so the same data may be taken
 * in any number of times, and a half-done import is finished by the next one.
 */
@Service
class ReferenceImport {

  private final Divisions divisions;
  private final Operators operators;
  private final Stations stations;

  ReferenceImport(Divisions divisions, Operators operators, Stations stations) {
    this.divisions = divisions;
    this.operators = operators;
    this.stations = stations;
  }

  /** A row that was not taken in, and the code of the rule that said no. */
  record Problem(String row, String code, List<String> arguments) {}

  /** How many rows were taken in, were there already, and were not taken in. */
  record Report(int applied, int unchanged, List<Problem> problems) {}

  /** Applies all rows: divisions from the top, agencies, units from the top, contracts. */
  Report apply(ReferenceData data, Cause.Asked cause) {
    Tally tally = new Tally();
    data.divisions().stream()
        .sorted(Comparator.comparingInt(row -> row.code().value().length()))
        .forEach(row -> tally.count(row.code().value(), () -> division(row, cause)));
    data.operators()
        .forEach(row -> tally.count(row.operator().value(), () -> operator(row, cause)));
    data.stations().stream()
        .sorted(Comparator.comparingInt(row -> row.division().value().length()))
        .forEach(row -> tally.count(row.division() + " " + row.type(), () -> station(row, cause)));
    data.contracts()
        .forEach(row -> tally.count(row.contract().value(), () -> contract(row, cause)));
    return tally.report();
  }

  private boolean division(DivisionRow row, Cause.Asked cause) {
    Optional<Division.Registered> there = divisions.find(row.code());
    if (there.isPresent()) {
      Division.Registered it = there.get();
      return left(
          it.name().equals(row.name())
              && it.validFrom().equals(row.validFrom())
              && it.provisional() == row.provisional(),
          row.code());
    }
    divisions.register(
        row.code(), row.name(), row.validFrom(), row.provisional(), step(cause, row.code()));
    return true;
  }

  private boolean operator(OperatorRow row, Cause.Asked cause) {
    Optional<Operator.Agency> there = operators.find(row.operator());
    if (there.isPresent()) {
      Operator.Agency it = there.get();
      return left(
          it.name().equals(row.name())
              && it.origin() == row.origin()
              && it.from().equals(row.from()),
          row.operator());
    }
    operators.register(
        row.operator(), row.name(), row.origin(), row.from(), true, step(cause, row.operator()));
    return true;
  }

  private boolean station(StationRow row, Cause.Asked cause) {
    StationId id = Stations.idOf(row.type(), row.division());
    Optional<Station.Unit> there = stations.find(id);
    if (there.isEmpty()) {
      stations.plan(
          row.type(), row.name(), row.division(), Stations.parentOf(id), step(cause, id + "/plan"));
    } else if (!there.get().name().equals(row.name())) {
      throw new Refused("REG-089", id);
    } else if (there.get().status() == Station.Status.ACTIVE) {
      return false;
    }
    stations.migrate(id, row.effective(), row.demonstration(), step(cause, id + "/open"));
    return true;
  }

  private boolean contract(ContractRow row, Cause.Asked cause) {
    Operator.Agency agency =
        operators.find(row.operator()).orElseThrow(() -> new NotFound(row.operator()));
    var terms =
        new Operators.Terms(
            row.contract(), row.stations(), row.start(), row.end(), row.method(), row.feeFen());
    for (Operator.Contract signed : agency.contracts()) {
      if (signed.contract().equals(row.contract())) {
        return left(
            signed.stations().equals(row.stations())
                && signed.start().equals(row.start())
                && signed.end().equals(row.end()),
            row.contract());
      }
    }
    for (StationId station : row.stations()) {
      stations.mustExist(station);
    }
    operators.sign(row.operator(), terms, step(cause, row.contract()));
    return true;
  }

  private static boolean left(boolean same, Object id) {
    if (!same) {
      throw new Refused("REG-089", id);
    }
    return false;
  }

  /** Each row is a request of its own, so that a repeated import repeats each row. */
  private static Cause.Asked step(Cause.Asked cause, Object row) {
    return new Cause.Asked(
        "reference/" + row + "/" + cause.bodyHash(),
        cause.bodyHash(),
        null,
        cause.actor(),
        cause.at(),
        cause.traceparent());
  }

  /** Counts rows while they are applied. */
  private static final class Tally {

    private final List<Problem> problems = new ArrayList<>();
    private int applied;
    private int unchanged;

    /** A rule's no to one row is no reason to keep the others out. */
    void count(String row, BooleanSupplier apply) {
      try {
        if (apply.getAsBoolean()) {
          applied++;
        } else {
          unchanged++;
        }
      } catch (Refused refused) {
        problems.add(
            new Problem(
                row, refused.code(), refused.arguments().stream().map(String::valueOf).toList()));
      } catch (NotFound unknown) {
        problems.add(new Problem(row, "REG-091", List.of(unknown.id())));
      }
    }

    Report report() {
      return new Report(applied, unchanged, List.copyOf(problems));
    }
  }
}

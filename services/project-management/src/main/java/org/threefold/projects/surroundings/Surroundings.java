package org.threefold.projects.surroundings;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.threefold.events.EvaluationEvent.EvaluationPlanned;
import org.threefold.events.EvaluationEvent.SanctionImposed;
import org.threefold.events.FundEvent.FundsCommitted;
import org.threefold.events.FundEvent.FundsReservationReleased;
import org.threefold.events.FundEvent.FundsSettled;
import org.threefold.events.OperatorId;
import org.threefold.events.ProjectId;
import org.threefold.events.StationEvent.ArchiveCompletenessChanged;
import org.threefold.events.StationEvent.OperatingContractSigned;
import org.threefold.events.StationEvent.OperatorRegistered;
import org.threefold.events.StationEvent.StationActivated;
import org.threefold.events.StationId;
import org.threefold.messaging.AggregateStores;
import org.threefold.messaging.Cause;
import org.threefold.messaging.Known;

/** What projects depend on and others decide; a moment behind them, as everything that is heard. */
@Service
public class Surroundings {

  private final Known<Unit> units;
  private final Known<Agency> agencies;
  private final Known<Standing> standings;

  Surroundings(AggregateStores stores) {
    this.units = stores.known("units", Unit.class);
    this.agencies = stores.known("agencies", Agency.class);
    this.standings = stores.known("standings", Standing.class);
  }

  /** A unit opens. */
  public void learn(StationActivated it, Cause.Heard cause) {
    learnOf(it.station(), cause, unit -> unit.open(it.effective()));
  }

  /** An agency exists. */
  public void learn(OperatorRegistered it, Cause.Heard cause) {
    learnOf(it.operator(), cause, Agency::register);
  }

  /** An agency runs units. */
  public void learn(OperatingContractSigned it, Cause.Heard cause) {
    var run = new Unit.Run(it.operator(), it.start(), it.end());
    it.stations().forEach(station -> learnOf(station, cause, unit -> unit.with(run)));
  }

  /** An agency may undertake nothing for a time. */
  public void learn(SanctionImposed it, Cause.Heard cause) {
    var bar = new Agency.Bar(it.validFrom(), it.validTo());
    learnOf(it.target(), cause, agency -> agency.with(bar));
  }

  /** The money is promised. */
  public void learn(FundsCommitted it, Cause.Heard cause) {
    learnOf(it.project(), cause, standing -> standing.committed(it.reservation()));
  }

  /** The money went back. */
  public void learn(FundsReservationReleased it, Cause.Heard cause) {
    learnOf(it.project(), cause, standing -> standing.committed(null));
  }

  /** The books are closed. */
  public void learn(FundsSettled it, Cause.Heard cause) {
    learnOf(it.project(), cause, Standing::settle);
  }

  /** The file has grown, or more is expected of it. */
  public void learn(ArchiveCompletenessChanged it, Cause.Heard cause) {
    learnOf(it.subject(), cause, standing -> standing.archived(it.percent()));
  }

  /** The evaluation that will grade the project. */
  public void learnFinal(EvaluationPlanned it, Cause.Heard cause) {
    learnOf(it.project(), cause, standing -> standing.evaluatedBy(it.evaluation()));
  }

  /** Whether the unit is open that day. */
  public boolean isOpen(StationId unit, LocalDate on) {
    return units.find(unit.value()).filter(it -> it.isOpen(on)).isPresent();
  }

  /** Which of these units the registry has never opened. */
  public List<StationId> unknown(List<StationId> some) {
    Map<String, Unit> known = units.findAll(some.stream().map(StationId::value).toList());
    return some.stream()
        .filter(it -> known.get(it.value()) == null || known.get(it.value()).openFrom() == null)
        .distinct()
        .toList();
  }

  /** Which agencies run the unit that day, or the town station above it. */
  public Set<OperatorId> operatorsOf(StationId unit, LocalDate on) {
    return Stream.of(unit, townOf(unit))
        .flatMap(it -> units.find(it.value()).stream())
        .flatMap(it -> it.runBy().stream())
        .filter(run -> run.includes(on))
        .map(Unit.Run::operator)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the county knows the agency. */
  public boolean isRegistered(OperatorId agency) {
    return agencies.find(agency.value()).filter(Agency::registered).isPresent();
  }

  /** The last day the agency is barred, if it is barred that day. */
  public @Nullable LocalDate barredUntil(OperatorId agency, LocalDate on) {
    return agencies.find(agency.value()).flatMap(it -> it.barredUntil(on)).orElse(null);
  }

  /** What others have said about the project. */
  public Standing standing(ProjectId project) {
    return standings.find(project.value()).orElse(Standing.NONE);
  }

  private static StationId townOf(StationId unit) {
    return unit.isRoom() ? new StationId("ST-" + unit.division().town()) : unit;
  }

  private void learnOf(StationId id, Cause.Heard cause, UnaryOperator<Unit> change) {
    units.learn(id.value(), cause, known -> change.apply(known == null ? Unit.planned(id) : known));
  }

  private void learnOf(OperatorId id, Cause.Heard cause, UnaryOperator<Agency> change) {
    agencies.learn(
        id.value(), cause, known -> change.apply(known == null ? Agency.UNKNOWN : known));
  }

  private void learnOf(ProjectId id, Cause.Heard cause, UnaryOperator<Standing> change) {
    standings.learn(
        id.value(), cause, known -> change.apply(known == null ? Standing.NONE : known));
  }
}

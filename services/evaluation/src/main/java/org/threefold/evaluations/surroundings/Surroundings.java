package org.threefold.evaluations.surroundings;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.threefold.calendar.CountyTime;
import org.threefold.events.OperatorId;
import org.threefold.events.ProjectEvent.AcceptancePassed;
import org.threefold.events.ProjectEvent.ProjectContracted;
import org.threefold.events.ProjectEvent.ProjectInitiated;
import org.threefold.events.ProjectEvent.ProjectStarted;
import org.threefold.events.ProjectId;
import org.threefold.events.StationEvent.OperatingContractSigned;
import org.threefold.events.StationId;
import org.threefold.messaging.AggregateStores;
import org.threefold.messaging.Cause;
import org.threefold.messaging.Known;

/** Learns what others say and evaluation has to know. */
@Service
public class Surroundings {

  /** An agency runs a unit between two days. */
  record Run(OperatorId operator, LocalDate start, LocalDate end) {}

  /** All agencies that run or ran a unit. */
  record Unit(List<Run> runs) {}

  private final Known<Project> projects;
  private final Known<Unit> units;

  Surroundings(AggregateStores stores) {
    this.projects = stores.known("projects", Project.class);
    this.units = stores.known("units", Unit.class);
  }

  /** The project; one of which nothing was heard is known by nothing. */
  public Project project(ProjectId project) {
    return projects.find(project.value()).orElse(Project.UNHEARD);
  }

  /** Those of the projects of which something was heard, by id. */
  public Map<String, Project> projects(Collection<String> ids) {
    return projects.findAll(ids);
  }

  /** The bodies an evaluator of the project must be independent of (domain §3.5.3), by id. */
  public Set<String> partiesOf(ProjectId id, Project project, LocalDate day) {
    Set<String> parties = new HashSet<>();
    if (project.undertaker() != null) {
      parties.add(project.undertaker().value());
    }
    if (project.purchaser() != null) {
      parties.add(project.purchaser().value());
    }
    units
        .findAll(unitsAbove(id, project))
        .values()
        .forEach(unit ->
            unit.runs().stream()
                .filter(run -> !run.end().isBefore(day))
                .forEach(run -> parties.add(run.operator().value())));
    return parties;
  }

  public void learn(ProjectInitiated it, Cause.Heard cause) {
    about(it.project(), cause, project -> project.initiated(it.owner(), it.purchaser()));
  }

  public void learn(ProjectContracted it, Cause.Heard cause) {
    about(
        it.project(),
        cause,
        project -> project.contracted(it.undertaker(), it.purchaser(), it.end()));
  }

  public void learn(ProjectStarted it, Cause.Heard cause) {
    LocalDate day = CountyTime.dayOf(cause.attributes().time());
    about(it.project(), cause, project -> project.started(day));
  }

  public void learn(AcceptancePassed it, Cause.Heard cause) {
    about(it.project(), cause, Project::acceptancePassed);
  }

  public void learn(OperatingContractSigned it, Cause.Heard cause) {
    var run = new Run(it.operator(), it.start(), it.end());
    for (StationId station : it.stations()) {
      units.learn(
          station.value(),
          cause,
          unit ->
              new Unit(
                  unit == null
                      ? List.of(run)
                      : Stream.concat(unit.runs().stream(), Stream.of(run)).toList()));
    }
  }

  private void about(ProjectId id, Cause.Heard cause, UnaryOperator<Project> change) {
    projects.learn(
        id.value(), cause, known -> change.apply(known == null ? Project.UNHEARD : known));
  }

  /** The general station, the station of the project's town, and the unit that owns it. */
  private static Set<String> unitsAbove(ProjectId id, Project project) {
    String division = id.value().split("-", -1)[2];
    Set<String> units = new HashSet<>();
    units.add("ST-" + division.substring(0, 6));
    units.add("ST-" + division);
    if (project.owner() != null) {
      units.add(project.owner().value());
    }
    return units;
  }
}

package org.threefold.projects.project;

import java.util.List;
import org.threefold.access.Refused;
import org.threefold.events.OperatorId;
import org.threefold.events.ProjectEvent.Milestone;
import org.threefold.events.ProjectEvent.MilestoneReached;
import org.threefold.events.ProjectEvent.OfProject;
import org.threefold.events.ProjectEvent.ProjectCompletionClaimed;
import org.threefold.events.ProjectEvent.ProjectContracted;
import org.threefold.events.ProjectEvent.ProjectStarted;
import org.threefold.events.ProjectEvent.ServiceSessionHeld;
import org.threefold.projects.project.ProjectCommand.ClaimCompletion;
import org.threefold.projects.project.ProjectCommand.ReachMilestone;
import org.threefold.projects.project.ProjectCommand.RecordSession;
import org.threefold.projects.project.ProjectCommand.Start;

/** Rules of doing the work. */
final class Working {

  private Working() {}

  static List<OfProject> start(Begun project, Start it) {
    OperatorId undertaker = contract(project).undertaker();
    Purchasing.mustNotBeBarred(undertaker, it.barredUntil());
    if (it.certified() < 1 || it.certified() > it.team()) {
      throw new Refused("PROJ-023", it.certified(), it.team());
    }
    if (it.evaluationDue() != null && it.today().isAfter(it.evaluationDue())) {
      throw new Refused("PROJ-038", it.evaluationDue());
    }
    return List.of(new ProjectStarted(project.id(), project.needs(), it.team(), it.certified()));
  }

  static List<OfProject> record(Begun project, RecordSession it) {
    ProjectContracted contract = contract(project);
    if (it.personTimes() < it.persons()) {
      throw new Refused("PROJ-040", it.personTimes(), it.persons());
    }
    if (it.date().isBefore(contract.start())
        || it.date().isAfter(contract.end())
        || it.date().isAfter(it.today())) {
      throw new Refused("PROJ-042", it.date(), contract.start(), contract.end());
    }
    return List.of(
        new ServiceSessionHeld(
            project.id(),
            String.format("S-%04d", project.work().sessions() + 1),
            it.date(),
            it.method(),
            it.persons(),
            it.personTimes(),
            it.minutes(),
            it.volunteers()));
  }

  static List<OfProject> reach(Begun project, ReachMilestone it) {
    Milestone milestone =
        contract(project).milestones().stream()
            .filter(one -> one.id().equals(it.milestone()))
            .filter(one -> !project.work().reached().contains(one.id()))
            .findFirst()
            .orElseThrow(() -> new Refused("PROJ-043", it.milestone()));
    if (it.evidenceCount() < 1) {
      throw new Refused("PROJ-044", it.milestone());
    }
    return List.of(
        new MilestoneReached(
            project.id(),
            milestone.id(),
            milestone.weight(),
            project.work().progress() + milestone.weight(),
            it.evidenceCount()));
  }

  static List<OfProject> claim(Begun project, ClaimCompletion it) {
    List<String> missing =
        contract(project).milestones().stream()
            .map(Milestone::id)
            .filter(id -> !project.work().reached().contains(id))
            .toList();
    if (!missing.isEmpty()) {
      throw new Refused("PROJ-045", missing);
    }
    return List.of(new ProjectCompletionClaimed(project.id(), project.needs(), it.beneficiaries()));
  }

  private static ProjectContracted contract(Begun project) {
    ProjectContracted contract = project.purchase().contract();
    if (contract == null) {
      throw new IllegalStateException(project.id() + " has no contract");
    }
    return contract;
  }
}

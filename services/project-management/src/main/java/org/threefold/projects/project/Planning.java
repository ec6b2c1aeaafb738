package org.threefold.projects.project;

import java.util.List;
import org.threefold.access.Refused;
import org.threefold.events.GovernanceField;
import org.threefold.events.NeedId;
import org.threefold.events.ProjectEvent.FundingLine;
import org.threefold.events.ProjectEvent.NeedsBundled;
import org.threefold.events.ProjectEvent.OfProject;
import org.threefold.events.ProjectEvent.ProjectDesigned;
import org.threefold.events.ProjectEvent.ProjectFundingRequested;
import org.threefold.events.ProjectEvent.ProjectInitiated;
import org.threefold.projects.project.ProjectCommand.BundleNeeds;
import org.threefold.projects.project.ProjectCommand.Design;
import org.threefold.projects.project.ProjectCommand.Initiate;
import org.threefold.projects.project.ProjectCommand.RequestFunding;

/** Rules of the way from an idea to a request for money. */
final class Planning {

  private Planning() {}

  static List<OfProject> initiate(Initiate it) {
    GovernanceField field = it.field();
    if (field == null) {
      throw new Refused("PROJ-002");
    }
    if (!it.unitOpen()) {
      throw new Refused("PROJ-008", it.owner());
    }
    if (!it.guideEffective()) {
      throw new Refused("PROJ-010", it.guide());
    }
    if (!it.purchaserKnown()) {
      throw new Refused("PROJ-016", it.purchaser());
    }
    String itemRefusal = it.itemRefusal();
    if (itemRefusal != null) {
      throw new Refused(itemRefusal, it.item());
    }
    return List.of(
        new ProjectInitiated(
            it.project(), it.owner(), it.purchaser(), it.item(), field, it.guide()));
  }

  static List<OfProject> bundle(Begun project, BundleNeeds it) {
    if (!it.taken().isEmpty()) {
      throw new Refused("PROJ-004", it.taken());
    }
    List<NeedId> added =
        it.needs().stream().filter(need -> !project.needs().contains(need)).distinct().toList();
    return added.isEmpty() ? List.of() : List.of(new NeedsBundled(project.id(), added));
  }

  static List<OfProject> design(Begun project, Design it) {
    mustRestOnSomething(project);
    Designing.mustBeSound(it.designed());
    return List.of(it.designed());
  }

  static List<OfProject> requestFunding(Begun project, RequestFunding it) {
    ProjectDesigned design = Designing.of(project);
    long totalFen = it.lines().stream().mapToLong(FundingLine::amountFen).reduce(0, Math::addExact);
    if (totalFen != design.budgetFen()) {
      throw new Refused("PROJ-026", totalFen, design.budgetFen());
    }
    return List.of(requested(project, project.money().planVersion() + 1, it.lines()));
  }

  /** The same plan, asked for again. */
  static ProjectFundingRequested requested(Begun project, Begun.Money money) {
    return requested(project, money.planVersion(), money.lines());
  }

  private static ProjectFundingRequested requested(
      Begun project, int planVersion, List<FundingLine> lines) {
    ProjectDesigned design = Designing.of(project);
    return new ProjectFundingRequested(
        project.id(), planVersion, lines, design.budgetFen(), design.groups(), project.division());
  }

  private static void mustRestOnSomething(Begun project) {
    String basis = project.words().basis();
    if (project.needs().isEmpty() && (basis == null || basis.isBlank())) {
      throw new Refused("PROJ-003", project.id());
    }
  }
}

package org.threefold.projects.project;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threefold.access.Refused;
import org.threefold.events.OperatorId;
import org.threefold.events.ProjectEvent.Milestone;
import org.threefold.events.ProjectEvent.OfProject;
import org.threefold.events.ProjectEvent.ProjectContracted;
import org.threefold.events.ProjectEvent.ProjectDesigned;
import org.threefold.events.ProjectEvent.UndertakerSelected;
import org.threefold.events.PurchaseMethod;
import org.threefold.projects.project.ProjectCommand.SelectUndertaker;
import org.threefold.projects.project.ProjectCommand.SignContract;

/** Rules of choosing an undertaker and signing with it (domain §2.3). */
final class Purchasing {

  /** Longer contracts must be justified. */
  static final int MONTHS_PLAIN = 12;

  private Purchasing() {}

  static List<OfProject> select(Begun project, SelectUndertaker it) {
    if (!it.registered()) {
      throw new Refused("PROJ-034", it.undertaker());
    }
    mustNotBeBarred(it.undertaker(), it.barredUntil());
    Panel panel = project.review().panel();
    if (panel != null && panel.employs(it.undertaker().value())) {
      throw new Refused("PROJ-021", it.undertaker());
    }
    String reason = it.reason();
    if (it.method() == PurchaseMethod.SINGLE_SOURCE && (reason == null || reason.isBlank())) {
      throw new Refused("PROJ-022", it.method());
    }
    return List.of(new UndertakerSelected(project.id(), it.undertaker(), it.method()));
  }

  static List<OfProject> sign(Begun project, SignContract it) {
    OperatorId undertaker = project.purchase().undertaker();
    if (undertaker == null) {
      throw new Refused("PROJ-001", project.status(), "SignContract");
    }
    if (it.committed() == null || !it.committed().equals(project.money().reservation())) {
      throw new Refused("PROJ-027", project.id());
    }
    mustNotBeBarred(undertaker, it.barredUntil());
    if (it.subcontractAllowed()) {
      throw new Refused("PROJ-036");
    }
    ProjectDesigned design = Designing.of(project);
    mustHaveGoodTerm(design, it);
    Long asked = it.amountFen();
    long amountFen = asked == null ? design.budgetFen() : asked;
    if (amountFen <= 0 || amountFen > design.budgetFen()) {
      throw new Refused("PROJ-037", amountFen, design.budgetFen());
    }
    return List.of(
        new ProjectContracted(
            project.id(),
            it.contract(),
            undertaker,
            project.start().purchaser(),
            amountFen,
            it.start(),
            it.end(),
            design.milestones()));
  }

  /** Goes on if the undertaker may undertake. */
  static void mustNotBeBarred(OperatorId undertaker, @Nullable LocalDate until) {
    if (until != null) {
      throw new Refused("PROJ-035", undertaker, until);
    }
  }

  private static void mustHaveGoodTerm(ProjectDesigned design, SignContract it) {
    Designing.mustHaveGoodTerm(it.start(), it.end());
    if (it.end().isAfter(it.start().plusMonths(MONTHS_PLAIN)) && !it.multiYearJustified()) {
      throw new Refused("PROJ-048", MONTHS_PLAIN);
    }
    for (Milestone milestone : design.milestones()) {
      if (milestone.due().isAfter(it.end())) {
        throw new Refused("PROJ-006", milestone.due(), it.start(), it.end());
      }
    }
  }
}

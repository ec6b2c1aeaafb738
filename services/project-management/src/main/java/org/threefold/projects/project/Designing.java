package org.threefold.projects.project;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.threefold.access.Refused;
import org.threefold.events.CostCode;
import org.threefold.events.ProjectEvent.BudgetLine;
import org.threefold.events.ProjectEvent.Indicator;
import org.threefold.events.ProjectEvent.Milestone;
import org.threefold.events.ProjectEvent.ProjectDesigned;

/** Rules of a sound design (domain §1.M, M02; cost codes §8.4). */
final class Designing {

  static final int MONTHS_MAX = 36;

  /** Costs that may not be paid, whoever pays. */
  static final Set<CostCode> PROHIBITED =
      Set.of(
          CostCode.HOSPITALITY,
          CostCode.VEHICLE,
          CostCode.BUILDING,
          CostCode.OVERSEAS_TRIP,
          CostCode.BONUS,
          CostCode.CASH_BENEFIT,
          CostCode.LABOUR_DISPATCH);

  /** The largest share of the budget in percent, where there is a limit. */
  static final Map<CostCode, Integer> SHARE_MAX =
      Map.of(CostCode.EVALUATION, 5, CostCode.MANAGEMENT, 10);

  private Designing() {}

  /** The design of a project that has one. */
  static ProjectDesigned of(Begun project) {
    ProjectDesigned design = project.design();
    if (design == null) {
      throw new IllegalStateException(project.id() + " has no design");
    }
    return design;
  }

  static void mustBeSound(ProjectDesigned it) {
    mustHaveGoodTerm(it.start(), it.end());
    mustAddUp(it);
    mustBeAllowed(it);
    mustBeDistinct(it.indicators(), Indicator::code);
    mustBeDistinct(it.milestones(), Milestone::id);
    mustBeDistinct(it.groups(), Function.identity());
    if (it.milestones().stream().mapToInt(Milestone::weight).sum() != 100) {
      throw new Refused("PROJ-005", it.milestones().stream().mapToInt(Milestone::weight).sum());
    }
    for (Milestone milestone : it.milestones()) {
      if (milestone.due().isBefore(it.start()) || milestone.due().isAfter(it.end())) {
        throw new Refused("PROJ-006", milestone.due(), it.start(), it.end());
      }
    }
  }

  /** Goes on if the end is after the start, and not too long after. */
  static void mustHaveGoodTerm(LocalDate start, LocalDate end) {
    if (!end.isAfter(start) || end.isAfter(start.plusMonths(MONTHS_MAX))) {
      throw new Refused("PROJ-006", end, start, start.plusMonths(MONTHS_MAX));
    }
  }

  private static void mustAddUp(ProjectDesigned it) {
    mustBeDistinct(it.budget(), BudgetLine::costCode);
    long sum = it.budget().stream().mapToLong(BudgetLine::amountFen).reduce(0, Math::addExact);
    if (it.budgetFen() <= 0 || sum != it.budgetFen()) {
      throw new Refused("PROJ-009", sum, it.budgetFen());
    }
  }

  private static void mustBeAllowed(ProjectDesigned it) {
    for (BudgetLine line : it.budget()) {
      int share = SHARE_MAX.getOrDefault(line.costCode(), 100);
      if (PROHIBITED.contains(line.costCode())
          || Math.multiplyExact(line.amountFen(), 100)
              > Math.multiplyExact(it.budgetFen(), share)) {
        throw new Refused(
            "PROJ-039", line.costCode(), PROHIBITED.contains(line.costCode()) ? 0 : share);
      }
    }
  }

  private static <T> void mustBeDistinct(List<T> things, Function<T, ?> name) {
    if (things.isEmpty() || things.stream().map(name).distinct().count() != things.size()) {
      throw new Refused("PROJ-049");
    }
  }
}

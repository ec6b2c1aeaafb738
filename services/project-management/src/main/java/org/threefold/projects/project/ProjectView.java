package org.threefold.projects.project;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.threefold.events.ClientGroup;
import org.threefold.events.DeptCode;
import org.threefold.events.EvaluationId;
import org.threefold.events.GovernanceField;
import org.threefold.events.Grade;
import org.threefold.events.ItemCode;
import org.threefold.events.NeedId;
import org.threefold.events.OperatorId;
import org.threefold.events.ProjectEvent.BudgetLine;
import org.threefold.events.ProjectEvent.FundingLine;
import org.threefold.events.ProjectEvent.Indicator;
import org.threefold.events.ProjectEvent.Milestone;
import org.threefold.events.ProjectEvent.ProjectContracted;
import org.threefold.events.ProjectEvent.ProjectDesigned;
import org.threefold.events.ProjectId;
import org.threefold.events.PurchaseMethod;
import org.threefold.events.ReservationId;
import org.threefold.events.StationId;

/** A project as its readers see it: everything but who sat on the panel. */
record ProjectView(
    ProjectId project,
    String title,
    @Nullable String needsBasis,
    Status status,
    @Nullable String reason,
    StationId owner,
    DeptCode purchaser,
    ItemCode item,
    GovernanceField field,
    String guide,
    List<NeedId> needs,
    @Nullable DesignView design,
    FundingView funding,
    @Nullable ReviewView review,
    @Nullable UndertakerView undertaker,
    @Nullable ContractView contract,
    WorkView work,
    @Nullable OutcomeView outcome,
    @Nullable LocalDate closedOn) {

  /** What will be done. */
  record DesignView(
      List<String> goals,
      long budgetFen,
      List<BudgetLine> budget,
      List<Indicator> indicators,
      List<Milestone> milestones,
      LocalDate start,
      LocalDate end,
      List<ClientGroup> groups) {}

  /** What it is paid from. */
  record FundingView(
      int planVersion,
      List<FundingLine> lines,
      @Nullable ReservationId reservation,
      @Nullable Instant expiresAt,
      List<String> failures) {}

  /** How it was reviewed. */
  record ReviewView(
      LocalDate reviewOn, @Nullable Integer panelSize, @Nullable BigDecimal meanScore) {}

  /** Who will do it. */
  record UndertakerView(
      OperatorId undertaker, @Nullable PurchaseMethod method, @Nullable String reason) {}

  /** What was signed. */
  record ContractView(String contract, long amountFen, LocalDate start, LocalDate end) {}

  /** What was done; achieved is counted from the sessions. */
  record WorkView(
      int team,
      int certified,
      int sessions,
      long persons,
      long personTimes,
      List<String> milestonesReached,
      int progress,
      int beneficiaries,
      List<OutputView> outputs) {}

  /** What came of one indicator. */
  record OutputView(String indicator, long achieved, @Nullable String reason) {}

  /** The grade. */
  record OutcomeView(EvaluationId evaluation, @Nullable BigDecimal score, @Nullable Grade grade) {}

  static ProjectView of(Project project) {
    return of((Begun) project);
  }

  static ProjectView of(Begun it) {
    Begun.Money money = it.money();
    return new ProjectView(
        it.id(),
        it.words().title(),
        it.words().basis(),
        it.status(),
        it.words().reason(),
        it.start().owner(),
        it.start().purchaser(),
        it.start().item(),
        it.start().field(),
        it.start().guide(),
        it.needs(),
        design(it),
        new FundingView(
            money.planVersion(),
            money.lines(),
            money.reservation(),
            money.expiresAt(),
            money.failures()),
        review(it.review()),
        undertaker(it.purchase()),
        contract(it.purchase()),
        work(it.work()),
        outcome(it.outcome()),
        it.outcome().closedOn());
  }

  private static @Nullable DesignView design(Begun it) {
    ProjectDesigned design = it.design();
    return design == null
        ? null
        : new DesignView(
            it.words().goals(),
            design.budgetFen(),
            design.budget(),
            design.indicators(),
            design.milestones(),
            design.start(),
            design.end(),
            design.groups());
  }

  private static @Nullable ReviewView review(Begun.Review it) {
    LocalDate on = it.on();
    Panel panel = it.panel();
    return on == null ? null : new ReviewView(on, panel == null ? null : panel.size(), it.mean());
  }

  private static @Nullable UndertakerView undertaker(Begun.Purchase it) {
    OperatorId undertaker = it.undertaker();
    return undertaker == null ? null : new UndertakerView(undertaker, it.method(), it.reason());
  }

  private static @Nullable ContractView contract(Begun.Purchase it) {
    ProjectContracted contract = it.contract();
    return contract == null
        ? null
        : new ContractView(
            contract.contract().value(), contract.amountFen(), contract.start(), contract.end());
  }

  private static WorkView work(Begun.Work it) {
    return new WorkView(
        it.team(),
        it.certified(),
        it.sessions(),
        it.persons(),
        it.personTimes(),
        it.reached(),
        it.progress(),
        it.beneficiaries(),
        it.accepted().stream().map(output -> output(output, it)).toList());
  }

  private static OutputView output(ProjectCommand.Output it, Begun.Work work) {
    OptionalLong counted = Finishing.counted(it.indicator(), work);
    Long given = it.achieved();
    return new OutputView(it.indicator(), given == null ? counted.orElse(0) : given, it.reason());
  }

  private static @Nullable OutcomeView outcome(Begun.Outcome it) {
    EvaluationId evaluation = it.evaluation();
    return evaluation == null ? null : new OutcomeView(evaluation, it.score(), it.grade());
  }
}

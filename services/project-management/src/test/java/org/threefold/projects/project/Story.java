package org.threefold.projects.project;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.threefold.events.ClientGroup;
import org.threefold.events.ContractId;
import org.threefold.events.CostCode;
import org.threefold.events.DeptCode;
import org.threefold.events.FundId;
import org.threefold.events.GovernanceField;
import org.threefold.events.ItemCode;
import org.threefold.events.NeedId;
import org.threefold.events.OperatorId;
import org.threefold.events.ProjectEvent.BudgetLine;
import org.threefold.events.ProjectEvent.FundingLine;
import org.threefold.events.ProjectEvent.Indicator;
import org.threefold.events.ProjectEvent.Milestone;
import org.threefold.events.ProjectEvent.MilestoneReached;
import org.threefold.events.ProjectEvent.NeedsBundled;
import org.threefold.events.ProjectEvent.OfProject;
import org.threefold.events.ProjectEvent.ProjectApproved;
import org.threefold.events.ProjectEvent.ProjectCompletionClaimed;
import org.threefold.events.ProjectEvent.ProjectContracted;
import org.threefold.events.ProjectEvent.ProjectDesigned;
import org.threefold.events.ProjectEvent.ProjectFunded;
import org.threefold.events.ProjectEvent.ProjectFundingRequested;
import org.threefold.events.ProjectEvent.ProjectInitiated;
import org.threefold.events.ProjectEvent.ProjectStarted;
import org.threefold.events.ProjectEvent.ProjectSubmittedForReview;
import org.threefold.events.ProjectEvent.UndertakerSelected;
import org.threefold.events.ProjectId;
import org.threefold.events.PurchaseMethod;
import org.threefold.events.Purpose;
import org.threefold.events.ReservationId;
import org.threefold.events.StationId;
import org.threefold.projects.project.Panel.Vote;
import org.threefold.projects.project.ProjectCommand.Ask;
import org.threefold.testkit.Given;

/** The project of the story (domain §5.1), fact by fact. */
final class Story {

  static final ProjectId PROJECT = new ProjectId("P-2026-511523100-0001");
  static final StationId OWNER = new StationId("ST-511523100");
  static final DeptCode CAB = new DeptCode("CAB");
  static final ItemCode ITEM = new ItemCode("SI-03");
  static final OperatorId OPERATOR = new OperatorId("OP-INTRO-1");
  static final OperatorId UNDERTAKER = new OperatorId("OP-LOCAL-1");
  static final ReservationId HELD = new ReservationId("R-1");
  static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  static final LocalDate FIRST_DAY = LocalDate.of(2026, 12, 1);
  static final LocalDate LAST_DAY = LocalDate.of(2027, 11, 30);
  static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
  static final Instant EXPIRES = Instant.parse("2026-12-23T04:00:00Z");
  static final List<NeedId> NEEDS = List.of(need(1), need(2), need(3));

  static final ProjectInitiated INITIATED =
      new ProjectInitiated(PROJECT, OWNER, CAB, ITEM, GovernanceField.ELDERLY_CARE, "v1");
  static final NeedsBundled BUNDLED = new NeedsBundled(PROJECT, NEEDS);
  static final List<Milestone> MILESTONES =
      List.of(
          new Milestone("M1", 30, LocalDate.of(2027, 3, 1)),
          new Milestone("M2", 40, LocalDate.of(2027, 7, 1)),
          new Milestone("M3", 30, LAST_DAY));
  static final ProjectDesigned DESIGNED =
      designed(
          3_000_000,
          List.of(
              new BudgetLine(CostCode.PERSONNEL_SERVICE, 1_800_000),
              new BudgetLine(CostCode.ACTIVITY, 1_200_000)),
          MILESTONES,
          FIRST_DAY,
          LAST_DAY);
  static final List<FundingLine> LINES =
      List.of(
          new FundingLine(
              new FundId("F-ELDER"),
              1_800_000,
              Purpose.SERVICE_PROJECT,
              CostCode.PERSONNEL_SERVICE),
          new FundingLine(
              new FundId("F-GOV"), 1_200_000, Purpose.SERVICE_PROJECT, CostCode.ACTIVITY));
  static final ProjectFundingRequested REQUESTED =
      new ProjectFundingRequested(
          PROJECT, 1, LINES, 3_000_000, List.of(ClientGroup.ELDER), OWNER.division());
  static final ProjectFunded FUNDED = new ProjectFunded(PROJECT, HELD, 1, EXPIRES);
  static final ProjectSubmittedForReview SUBMITTED = new ProjectSubmittedForReview(PROJECT, TODAY);
  static final ProjectApproved APPROVED =
      new ProjectApproved(PROJECT, HELD, 3, new BigDecimal("82.00"));
  static final UndertakerSelected SELECTED =
      new UndertakerSelected(PROJECT, UNDERTAKER, PurchaseMethod.COMPETITIVE_CONSULTATION);
  static final ProjectContracted CONTRACTED =
      new ProjectContracted(
          PROJECT,
          new ContractId("PC-2026-0001"),
          UNDERTAKER,
          CAB,
          3_000_000,
          FIRST_DAY,
          LAST_DAY,
          MILESTONES);
  static final ProjectStarted STARTED = new ProjectStarted(PROJECT, NEEDS, 4, 2);
  static final MilestoneReached M1 = new MilestoneReached(PROJECT, "M1", 30, 30, 1);
  static final MilestoneReached M2 = new MilestoneReached(PROJECT, "M2", 40, 70, 2);
  static final MilestoneReached M3 = new MilestoneReached(PROJECT, "M3", 30, 100, 1);
  static final ProjectCompletionClaimed CLAIMED = new ProjectCompletionClaimed(PROJECT, NEEDS, 138);

  private Story() {}

  static NeedId need(int number) {
    return new NeedId(String.format("N-511523100001-20261101-%04d", number));
  }

  static ProjectDesigned designed(
      long budgetFen,
      List<BudgetLine> budget,
      List<Milestone> milestones,
      LocalDate start,
      LocalDate end) {
    return new ProjectDesigned(
        PROJECT,
        budgetFen,
        budget,
        List.of(new Indicator("sessions", 10, "场"), new Indicator("homes", 20, "户")),
        milestones,
        start,
        end,
        List.of(ClientGroup.ELDER));
  }

  /** Members of these employers, who all vote yes with these scores. */
  static Panel panel(int... scores) {
    return new Panel(
        java.util.stream.IntStream.range(0, scores.length)
            .mapToObj(i -> new Vote("M-" + i, "DEPT-" + i, scores[i], true))
            .toList());
  }

  static final Set<String> CONFLICTED = Set.of(OPERATOR.value());

  static Given<Project, OfProject> given(OfProject... facts) {
    return Given.of(new Project.Unknown(), Project::after, facts);
  }

  /** The state after these facts. */
  static Project after(OfProject... facts) {
    Project project = new Project.Unknown();
    for (OfProject fact : facts) {
      project = project.after(fact);
    }
    return project;
  }

  /** What the project decides on this. */
  static java.util.function.Function<Project, List<OfProject>> asked(Ask command) {
    return project -> project.decide(command);
  }
}

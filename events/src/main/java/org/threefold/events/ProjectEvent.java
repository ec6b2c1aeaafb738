package org.threefold.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What project management says: purchase lists, programmes, projects from first idea to closed
 * file, and what became of departments' activities.
 */
public sealed interface ProjectEvent extends Event {

  /** A version of the county's purchase guide applies from a day on. */
  @WireName("guide.published.v1")
  record PurchaseGuidePublished(String guide, LocalDate effectiveFrom) implements ProjectEvent {
    @Override
    public Stream stream() {
      return new Stream("guide", guide);
    }
  }

  /** A department may buy social-work services. */
  @WireName("purchaser.registered.v1")
  record PurchaserRegistered(
      DeptCode dept, String name, EstablishmentType establishment, String sourceSystem)
      implements ProjectEvent {
    @Override
    public Stream stream() {
      return Stream.of("purchaser", dept);
    }
  }

  /** An item is on a department's purchase list. Prices per unit, in fen. */
  @WireName("item.listed.v1")
  record PurchaseItemListed(
      ItemCode item,
      DeptCode dept,
      String name,
      String unit,
      long priceMinFen,
      long priceMaxFen,
      LocalDate effectiveFrom)
      implements ProjectEvent {
    @Override
    public Stream stream() {
      return Stream.of("item", item);
    }
  }

  /**
   * A low-fee programme exists, running or designed; what a use costs, and what users pay for it at
   * most, once that is known. The tariff is never above the cost.
   */
  @WireName("programme.registered.v1")
  record LowFeeProgrammeRegistered(
      ProgrammeId programme,
      String name,
      ClientGroup group,
      ProgrammeState state,
      @Nullable Long unitCostFen,
      @Nullable Long tariffFen)
      implements ProjectEvent {
    @Override
    public Stream stream() {
      return Stream.of("programme", programme);
    }
  }

  /** What happened to one project. */
  sealed interface OfProject extends ProjectEvent {

    /** Which project. */
    ProjectId project();

    @Override
    default Stream stream() {
      return Stream.of("project", project());
    }
  }

  /** A unit starts a project under a version of the guide, for a purchaser's list item. */
  @WireName("project.initiated.v1")
  record ProjectInitiated(
      ProjectId project,
      StationId owner,
      DeptCode purchaser,
      ItemCode item,
      GovernanceField field,
      String guide)
      implements OfProject {}

  /** These needs are now this project's to meet. */
  @WireName("project.needs-bundled.v1")
  record NeedsBundled(ProjectId project, List<NeedId> needs) implements OfProject {
    public NeedsBundled {
      needs = List.copyOf(needs);
    }
  }

  /** One step of the work that money hangs on; weights of a project sum to 100. */
  record Milestone(String id, int weight, LocalDate due) {}

  /** What will be counted, and how much of it is promised. */
  record Indicator(String code, long target, String unit) {}

  /** One cost of the budget, in fen. */
  record BudgetLine(CostCode costCode, long amountFen) {}

  /** What the project will do, by when, for whom and for how much. */
  @WireName("project.designed.v1")
  record ProjectDesigned(
      ProjectId project,
      long budgetFen,
      List<BudgetLine> budget,
      List<Indicator> indicators,
      List<Milestone> milestones,
      LocalDate start,
      LocalDate end,
      List<ClientGroup> groups)
      implements OfProject {
    public ProjectDesigned {
      budget = List.copyOf(budget);
      indicators = List.copyOf(indicators);
      milestones = List.copyOf(milestones);
      groups = List.copyOf(groups);
    }
  }

  /** One line of a fund plan: this much of that fund, for a purpose and a cost. */
  record FundingLine(FundId fund, long amountFen, Purpose purpose, CostCode costCode) {}

  /** The project asks for money of several funds, all or nothing. */
  @WireName("project.funding-requested.v1")
  record ProjectFundingRequested(
      ProjectId project,
      int planVersion,
      List<FundingLine> lines,
      long totalFen,
      List<ClientGroup> groups,
      DivisionCode division)
      implements OfProject {
    public ProjectFundingRequested {
      lines = List.copyOf(lines);
      groups = List.copyOf(groups);
    }
  }

  /** The money is held until the given instant. */
  @WireName("project.funded.v1")
  record ProjectFunded(
      ProjectId project, ReservationId reservation, int planVersion, Instant expiresAt)
      implements OfProject {}

  /** There is no money on this plan; codes say why, as the ledger gave them. */
  @WireName("project.funding-failed.v1")
  record ProjectFundingFailed(ProjectId project, int planVersion, List<String> codes)
      implements OfProject {
    public ProjectFundingFailed {
      codes = List.copyOf(codes);
    }
  }

  /** The project is before the review panel. */
  @WireName("project.submitted-for-review.v1")
  record ProjectSubmittedForReview(ProjectId project, LocalDate reviewOn) implements OfProject {}

  /** The panel said yes. Mean score 0 to 100, two decimals. */
  @WireName("project.approved.v1")
  record ProjectApproved(
      ProjectId project, ReservationId reservation, int panelSize, BigDecimal meanScore)
      implements OfProject {}

  /** The panel wants the design changed; what was held goes back. */
  @WireName("project.returned.v1")
  record ProjectReturned(ProjectId project, ReservationId reservation, int panelSize)
      implements OfProject {}

  /** The panel said no. */
  @WireName("project.rejected.v1")
  record ProjectRejected(
      ProjectId project, ReservationId reservation, int panelSize, List<NeedId> needs)
      implements OfProject {
    public ProjectRejected {
      needs = List.copyOf(needs);
    }
  }

  /** The agency that will do the work is chosen. */
  @WireName("project.undertaker-selected.v1")
  record UndertakerSelected(ProjectId project, OperatorId undertaker, PurchaseMethod method)
      implements OfProject {}

  /** Purchaser and undertaker have signed. */
  @WireName("project.contracted.v1")
  record ProjectContracted(
      ProjectId project,
      ContractId contract,
      OperatorId undertaker,
      DeptCode purchaser,
      long amountFen,
      LocalDate start,
      LocalDate end,
      List<Milestone> milestones)
      implements OfProject {
    public ProjectContracted {
      milestones = List.copyOf(milestones);
    }
  }

  /** Work has begun, with so many on the team and so many of them certified. */
  @WireName("project.started.v1")
  record ProjectStarted(ProjectId project, List<NeedId> needs, int team, int certified)
      implements OfProject {
    public ProjectStarted {
      needs = List.copyOf(needs);
    }
  }

  /** A service was held: persons are heads, person-times are attendances. */
  @WireName("project.session-held.v1")
  record ServiceSessionHeld(
      ProjectId project,
      String session,
      LocalDate date,
      ServiceMethod method,
      int persons,
      int personTimes,
      int minutes,
      int volunteers)
      implements OfProject {}

  /** A milestone is reached, with evidence; progress is the weight reached so far, 0 to 100. */
  @WireName("project.milestone-reached.v1")
  record MilestoneReached(
      ProjectId project, String milestone, int weight, int progress, int evidenceCount)
      implements OfProject {}

  /** The undertaker says the work is done, for so many beneficiaries. */
  @WireName("project.completion-claimed.v1")
  record ProjectCompletionClaimed(ProjectId project, List<NeedId> needs, int beneficiaries)
      implements OfProject {
    public ProjectCompletionClaimed {
      needs = List.copyOf(needs);
    }
  }

  /** Purchaser and town station accept the work; round counts from 1. */
  @WireName("project.acceptance-passed.v1")
  record AcceptancePassed(ProjectId project, int round) implements OfProject {}

  /** The final evaluation is in. */
  @WireName("project.evaluated.v1")
  record ProjectEvaluated(ProjectId project, EvaluationId evaluation, BigDecimal score, Grade grade)
      implements OfProject {}

  /** Needs answered, money settled, file complete: the project is over. */
  @WireName("project.closed.v1")
  record ProjectClosed(ProjectId project, LocalDate closedOn) implements OfProject {}

  /**
   * The purchaser or civil affairs ended the work before it was done; the money is settled next.
   */
  @WireName("project.terminated.v1")
  record ProjectTerminated(ProjectId project, List<NeedId> needs, TerminationCause cause)
      implements OfProject {
    public ProjectTerminated {
      needs = List.copyOf(needs);
    }
  }

  /** The owner gave the project up before any contract. */
  @WireName("project.cancelled.v1")
  record ProjectCancelled(ProjectId project, List<NeedId> needs) implements OfProject {
    public ProjectCancelled {
      needs = List.copyOf(needs);
    }
  }

  /** What became of a department's activity. */
  sealed interface OfActivity extends ProjectEvent {

    /** Which activity. */
    ActivityId activity();

    @Override
    default Stream stream() {
      return Stream.of("activity", activity());
    }
  }

  /**
   * What a department will do, when, and for whom; without units it is for the whole county. The
   * cost is in fen. Its title stays with project management.
   */
  record ActivityPlan(
      ActivityType type,
      Instant startAt,
      Instant endAt,
      List<StationId> units,
      List<ClientGroup> groups,
      @Nullable ItemCode item,
      @Nullable Long costFen,
      @Nullable FundId fund,
      @Nullable OperatorId operator) {
    public ActivityPlan {
      units = List.copyOf(units);
      groups = List.copyOf(groups);
    }
  }

  /** A department's activity is taken up; needs may be matched with it. */
  @WireName("department-activity.accepted.v1")
  record DepartmentActivityAccepted(
      ActivityId activity, DeptCode dept, int revision, ActivityPlan plan) implements OfActivity {}

  /** The activity will be held otherwise than was said before. */
  @WireName("department-activity.revised.v1")
  record DepartmentActivityRevised(
      ActivityId activity, DeptCode dept, int revision, ActivityPlan plan) implements OfActivity {}

  /**
   * What a department said of an activity is not taken up, by the rules with these codes; what was
   * taken up before still stands. The department is that of the system, if it has one.
   */
  @WireName("department-activity.rejected.v1")
  record DepartmentActivityRejected(
      ActivityId activity, @Nullable DeptCode dept, int revision, List<String> codes)
      implements OfActivity {
    public DepartmentActivityRejected {
      codes = List.copyOf(codes);
    }
  }

  /** The activity will not be held. */
  @WireName("department-activity.cancelled.v1")
  record DepartmentActivityCancelled(ActivityId activity, DeptCode dept, int revision)
      implements OfActivity {}

  /** The activity was held: persons are heads, person-times are attendances; the cost is in fen. */
  @WireName("department-activity.reported.v1")
  record DepartmentActivityReported(
      ActivityId activity,
      DeptCode dept,
      int revision,
      int persons,
      int personTimes,
      int sessions,
      long costFen)
      implements OfActivity {}
}

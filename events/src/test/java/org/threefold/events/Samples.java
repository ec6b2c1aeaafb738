package org.threefold.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One event of every kind, as the midday-meal project of Jiang'an town would leave them behind; the
 * story and its amounts are those of domain §5.1.
 */
final class Samples {
  static final DivisionCode COUNTY = new DivisionCode("511523");
  static final DivisionCode TOWN = new DivisionCode("511523100");
  static final DivisionCode COMMUNITY = new DivisionCode("511523100001");
  static final StationId HUB = new StationId("ST-511523");
  static final StationId STATION = new StationId("ST-511523100");
  static final StationId ROOM = new StationId("RM-511523100001");
  static final OperatorId OPERATOR = new OperatorId("OP-LOCAL-1");
  static final OperatorId OUTSIDE_OPERATOR = new OperatorId("OP-INTRO-1");
  static final ResourceId RESOURCE = new ResourceId("RS-511523100-0001");
  static final ContractId OPERATING = new ContractId("OC-2026-0001");
  static final ContractId CONTRACT = new ContractId("C-2026-511523100-0001");
  static final NeedId NEED = new NeedId("N-511523100001-20261123-0001");
  static final NeedId OTHER_NEED = new NeedId("N-511523100001-20261124-0002");
  static final VisitId VISIT = new VisitId("V-511523100001-20261123-0001");
  static final HelpRequestId HELP = new HelpRequestId("H-511523100000-20261123-0001");
  static final CaseId CASE = CaseId.of(OTHER_NEED, 1);
  static final AlertId ALERT = new AlertId("SA-5b0f6f0c-51b1-4c0e-9a57-0e8f5d6a2b11");
  static final ProjectId PROJECT = new ProjectId("P-2026-511523100-0001");
  static final DeptCode CIVIL_AFFAIRS = new DeptCode("CAB");
  static final ItemCode COMPANIONSHIP = new ItemCode("SI-03");
  static final FundId ELDERLY = new FundId("CA_ELDERLY-2026");
  static final FundId GOVERNANCE = new FundId("CA_GOVERNANCE-2026");
  static final FundId MICRO = new FundId("MICRO-2026");
  static final FundId FEES = new FundId("FEE-2026");
  static final ProgrammeId KITCHEN = new ProgrammeId("LF-02");
  static final ReservationId RESERVATION = new ReservationId("R-P-2026-511523100-0001-1");
  static final DisbursementId DISBURSEMENT = new DisbursementId("D-P-2026-511523100-0001-1");
  static final EvaluationId EVALUATION = new EvaluationId("E-P-2026-511523100-0001-FINAL");
  static final EvaluatorId EVALUATOR = new EvaluatorId("EV-YIBIN-1");

  static final DeptCode YOUTH_LEAGUE = new DeptCode("CYL");
  static final SourceSystem YOUTH_LEAGUE_SYSTEM = new SourceSystem("dept-cyl");
  static final ForeignId CHILD_COMPANIONS = new ForeignId("2026-017");
  static final ActivityId ACTIVITY = ActivityId.of(YOUTH_LEAGUE_SYSTEM, CHILD_COMPANIONS);

  private static final String SHA256 =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
  private static final LocalDate PROJECT_START = LocalDate.parse("2027-01-04");
  private static final LocalDate PROJECT_END = LocalDate.parse("2027-12-31");

  private static final Instant CAME_AT = Instant.parse("2026-11-23T02:10:00Z");
  private static final Instant ACTIVITY_START = Instant.parse("2027-01-03T01:00:00Z");
  private static final Instant ACTIVITY_END = Instant.parse("2027-06-27T09:00:00Z");

  private static final ProjectEvent.ActivityPlan PLAN =
      new ProjectEvent.ActivityPlan(
          ActivityType.CHILD_COMPANION,
          ACTIVITY_START,
          ACTIVITY_END,
          List.of(ROOM),
          List.of(ClientGroup.CHILD_LEFT_BEHIND),
          new ItemCode("SI-05"),
          1_200_000L,
          new FundId("CYL-CHILD-2027"),
          OPERATOR);

  private static final List<ProjectEvent.Milestone> MILESTONES =
      List.of(
          new ProjectEvent.Milestone("M1", 30, PROJECT_START),
          new ProjectEvent.Milestone("M2", 40, LocalDate.parse("2027-06-30")),
          new ProjectEvent.Milestone("M3", 30, PROJECT_END));

  private static final Map<Class<?>, Event> BY_CLASS = new LinkedHashMap<>();

  static {
    Stream.of(
            station(),
            need(),
            desk(),
            casework(),
            safeguarding(),
            project(),
            activity(),
            funding(),
            evaluation(),
            announced())
        .flatMap(List::stream)
        .forEach(event -> {
          if (BY_CLASS.put(event.getClass(), event) != null) {
            throw new IllegalStateException("Two samples of " + event.getClass());
          }
        });
  }

  private Samples() {}

  static Collection<Event> all() {
    return Collections.unmodifiableCollection(BY_CLASS.values());
  }

  static Event of(Class<? extends Event> type) {
    return Objects.requireNonNull(
        BY_CLASS.get(type), () -> "Samples has no " + type.getSimpleName() + ": add one");
  }

  static boolean has(Class<? extends Event> type) {
    return BY_CLASS.containsKey(type);
  }

  private static List<Event> station() {
    return List.of(
        new StationEvent.DivisionRegistered(
            TOWN, "江安镇", DivisionLevel.TOWN, COUNTY, LocalDate.parse("2019-10-31"), false),
        new StationEvent.StationRegistered(STATION, StationType.TOWN_STATION, "江安镇社工站", TOWN, HUB),
        new StationEvent.StationActivated(STATION, LocalDate.parse("2026-11-02"), true),
        new StationEvent.StaffAssigned(
            STATION,
            "S-511523100-003",
            StaffCategory.SOCIAL_WORKER,
            true,
            EmployerKind.OPERATOR,
            LocalDate.parse("2026-11-02")),
        new StationEvent.OperatorRegistered(
            OUTSIDE_OPERATOR, "社工机构一", OperatorOrigin.INTRODUCED, COUNTY),
        new StationEvent.OperatingContractSigned(
            OPERATING,
            OUTSIDE_OPERATOR,
            List.of(HUB, STATION),
            LocalDate.parse("2026-11-01"),
            LocalDate.parse("2027-10-31"),
            PurchaseMethod.COMPETITIVE_CONSULTATION,
            24_000_000),
        new StationEvent.ArchiveItemExpected(PROJECT, ArchiveDocument.CONTRACT, PROJECT_START),
        new StationEvent.ArchiveItemFiled(
            PROJECT, ArchiveDocument.CONTRACT, "SG01-ZY·XM·2027-D30-100-0001", SHA256, 12),
        new StationEvent.ArchiveCompletenessChanged(
            PROJECT,
            9,
            7,
            77,
            List.of(ArchiveDocument.ACCEPTANCE, ArchiveDocument.EVALUATION_REPORT)),
        new StationEvent.ResourceUnitRegistered(
            RESOURCE,
            ResourceKind.CHARITY_RESOURCE,
            TOWN,
            "爱心餐饮企业",
            "a caring caterer",
            List.of(NeedCategory.MEAL_CARE),
            List.of(ClientGroup.ELDER, ClientGroup.LOW_GUARANTEE)),
        new StationEvent.ResourceUnitWithdrawn(RESOURCE),
        new StationEvent.ServiceItemListPublished(
            COUNTY,
            1,
            LocalDate.parse("2026-01-01"),
            List.of(
                new StationEvent.ServiceItem(
                    COMPANIONSHIP,
                    "老年人探访与陪伴",
                    "elder home visit and companionship",
                    List.of(ItemMethod.DIRECT, ItemMethod.CASE),
                    List.of(ClientGroup.ELDER, ClientGroup.ELDER_LIVING_ALONE),
                    "次",
                    List.of(NeedCategory.COMPANIONSHIP, NeedCategory.SAFETY_CHECK),
                    List.of(NeedCategory.MEAL_CARE)))));
  }

  private static List<Event> need() {
    return List.of(
        new NeedEvent.NeedCollected(
            NEED,
            ROOM,
            Channel.HOME_VISIT,
            new ResidentRef("r-7Qm2xVb9"),
            AgeBand.FROM_80,
            List.of(ClientGroup.ELDER_ADVANCED, ClientGroup.ELDER_LEFT_BEHIND),
            LocalDate.parse("2026-11-23"),
            Instant.parse("2026-11-25T16:00:00Z")),
        new NeedEvent.NeedSorted(NEED, NeedCategory.MEAL_CARE, 2),
        new NeedEvent.NeedMerged(OTHER_NEED, NEED),
        new NeedEvent.NeedEscalated(NEED, ROOM, STATION),
        new NeedEvent.NeedReturned(NEED, STATION, ROOM, ReturnReason.INCOMPLETE, 1),
        new NeedEvent.NeedAnalysed(NEED, 3, 1, 60, 4, 25, PriorityBand.B),
        new NeedEvent.NeedMatched(NEED, SupplierType.LOWFEE, "LF-02", false),
        new NeedEvent.NeedRouted(
            NEED,
            Route.PROJECT,
            STATION,
            NeedCategory.MEAL_CARE,
            List.of(ClientGroup.ELDER_ADVANCED, ClientGroup.ELDER_LEFT_BEHIND),
            60,
            25,
            PriorityBand.B),
        new NeedEvent.NeedDeclined(OTHER_NEED, DeclineReason.STATUTORY_DUTY_ELSEWHERE),
        new NeedEvent.NeedReferred(
            OTHER_NEED, new DeptCode("WMF"), Instant.parse("2026-11-30T16:00:00Z")),
        new NeedEvent.NeedReferralAnswered(OTHER_NEED, new DeptCode("WMF"), true),
        new NeedEvent.NeedDisputed(NEED, DisputeReason.PROBLEM_REMAINS, PROJECT),
        new NeedEvent.NeedReopened(NEED, ReopenReason.DISPUTED),
        new NeedEvent.NeedOverdue(
            NEED, NeedStep.FEED_BACK, Instant.parse("2026-11-30T16:00:00Z"), 26, 1),
        new NeedEvent.NeedPlanned(NEED, PROJECT),
        new NeedEvent.NeedUnplanned(NEED, PROJECT, UnplanCause.PROJECT_REJECTED),
        new NeedEvent.NeedInService(NEED, PROJECT),
        new NeedEvent.NeedServed(NEED, PROJECT),
        new NeedEvent.NeedFeedbackGiven(NEED, FeedbackChannel.IN_PERSON, PROJECT),
        new NeedEvent.NeedClosed(NEED, false, 5, PROJECT));
  }

  private static List<Event> desk() {
    return List.of(
        new VisitEvent.VisitReceived(
            VISIT, ROOM, VisitPurpose.HELP, CAME_AT, DeskOutcome.NEED_RAISED, NEED),
        new VisitEvent.VisitLeftOpen(VISIT, ROOM, LocalDate.parse("2026-11-23")),
        new VisitEvent.VisitCompleted(VISIT, ROOM, DeskOutcome.NEED_RAISED, NEED, true),
        new HelpRequestEvent.HelpRequestReceived(
            HELP,
            STATION,
            Channel.PHONE,
            HelpUrgency.URGENT,
            CAME_AT,
            Instant.parse("2026-11-23T04:10:00Z")),
        new HelpRequestEvent.HelpRequestResponded(
            HELP,
            STATION,
            HelpUrgency.URGENT,
            CAME_AT,
            Instant.parse("2026-11-23T02:40:00Z"),
            true),
        new HelpRequestEvent.HelpRequestOverdue(
            HELP, STATION, HelpUrgency.URGENT, Instant.parse("2026-11-23T04:10:00Z"), 2, 2),
        new HelpRequestEvent.HelpRequestClosed(HELP, STATION, DeskOutcome.NEED_RAISED, NEED));
  }

  private static List<Event> casework() {
    LocalDate signed = LocalDate.parse("2026-11-30");
    return List.of(
        new CaseEvent.CaseOpened(CASE, OTHER_NEED, STATION, "S-12"),
        new CaseEvent.CaseAssessed(CASE, OTHER_NEED, RiskLevel.MEDIUM),
        new CaseEvent.CasePlanAgreed(CASE, OTHER_NEED, 1, 2, signed, LocalDate.parse("2027-05-31")),
        new CaseEvent.CaseInterventionRecorded(
            CASE, OTHER_NEED, 1, CaseMethod.HOME_VISIT, LocalDate.parse("2026-12-04"), 60),
        new CaseEvent.CaseEvaluated(CASE, OTHER_NEED, 2, 2, 5),
        new CaseEvent.CaseReferred(CASE, OTHER_NEED, CaseReceiver.HEALTH),
        new CaseEvent.CaseClosed(
            CASE, OTHER_NEED, CaseOutcome.COMPLETED, CaseCloseReason.GOALS_MET),
        new CaseEvent.CaseFollowedUp(CASE, OTHER_NEED, 1, true),
        new CaseEvent.CaseFollowUpOverdue(
            CASE, OTHER_NEED, 3, Instant.parse("2027-08-31T16:00:00Z")));
  }

  private static List<Event> safeguarding() {
    Instant raised = Instant.parse("2026-11-24T02:10:00Z");
    return List.of(
        new SafeguardingEvent.SafeguardingAlertRaised(ALERT, STATION, raised),
        new SafeguardingEvent.SafeguardingReportFiled(
            ALERT, List.of(Authority.POLICE, Authority.CIVIL_AFFAIRS), raised.plusSeconds(1_500)),
        new SafeguardingEvent.SafeguardingReportOverdue(ALERT, STATION, raised.plusSeconds(7_200)));
  }

  private static List<Event> project() {
    return List.of(
        new ProjectEvent.PurchaseGuidePublished("guide-1", LocalDate.parse("2026-11-01")),
        new ProjectEvent.PurchaserRegistered(
            CIVIL_AFFAIRS, "县民政局", EstablishmentType.STATE_ORGAN, "dept-cab"),
        new ProjectEvent.PurchaseItemListed(
            COMPANIONSHIP,
            CIVIL_AFFAIRS,
            "老年人探访与陪伴",
            "次",
            5_000,
            20_000,
            LocalDate.parse("2026-11-01")),
        new ProjectEvent.LowFeeProgrammeRegistered(
            new ProgrammeId("LF-02"),
            "老年厨房",
            ClientGroup.ELDER,
            ProgrammeState.RUNNING,
            800L,
            600L),
        new ProjectEvent.ProjectInitiated(
            PROJECT,
            STATION,
            CIVIL_AFFAIRS,
            COMPANIONSHIP,
            GovernanceField.ELDERLY_CARE,
            "guide-1"),
        new ProjectEvent.NeedsBundled(PROJECT, List.of(NEED, OTHER_NEED)),
        new ProjectEvent.ProjectDesigned(
            PROJECT,
            3_000_000,
            List.of(
                new ProjectEvent.BudgetLine(CostCode.PERSONNEL_SERVICE, 1_800_000),
                new ProjectEvent.BudgetLine(CostCode.ACTIVITY, 1_200_000)),
            List.of(new ProjectEvent.Indicator("SESSIONS", 144, "次")),
            MILESTONES,
            PROJECT_START,
            PROJECT_END,
            List.of(ClientGroup.ELDER)),
        new ProjectEvent.ProjectFundingRequested(
            PROJECT,
            1,
            List.of(
                new ProjectEvent.FundingLine(
                    ELDERLY, 1_800_000, Purpose.SERVICE_PROJECT, CostCode.PERSONNEL_SERVICE),
                new ProjectEvent.FundingLine(
                    GOVERNANCE, 1_200_000, Purpose.SERVICE_PROJECT, CostCode.ACTIVITY)),
            3_000_000,
            List.of(ClientGroup.ELDER),
            TOWN),
        new ProjectEvent.ProjectFunded(
            PROJECT, RESERVATION, 1, Instant.parse("2027-01-10T16:00:00Z")),
        new ProjectEvent.ProjectFundingFailed(PROJECT, 1, List.of("FUND-006")),
        new ProjectEvent.ProjectSubmittedForReview(PROJECT, LocalDate.parse("2026-12-15")),
        new ProjectEvent.ProjectApproved(PROJECT, RESERVATION, 3, new BigDecimal("82.00")),
        new ProjectEvent.ProjectReturned(PROJECT, RESERVATION, 3),
        new ProjectEvent.ProjectRejected(PROJECT, RESERVATION, 3, List.of(NEED, OTHER_NEED)),
        new ProjectEvent.UndertakerSelected(
            PROJECT, OPERATOR, PurchaseMethod.COMPETITIVE_CONSULTATION),
        new ProjectEvent.ProjectContracted(
            PROJECT,
            CONTRACT,
            OPERATOR,
            CIVIL_AFFAIRS,
            3_000_000,
            PROJECT_START,
            PROJECT_END,
            MILESTONES),
        new ProjectEvent.ProjectStarted(PROJECT, List.of(NEED, OTHER_NEED), 4, 2),
        new ProjectEvent.ServiceSessionHeld(
            PROJECT, "SE-0001", LocalDate.parse("2027-01-06"), ServiceMethod.GROUP, 46, 52, 120, 6),
        new ProjectEvent.MilestoneReached(PROJECT, "M2", 40, 70, 3),
        new ProjectEvent.ProjectCompletionClaimed(PROJECT, List.of(NEED, OTHER_NEED), 138),
        new ProjectEvent.AcceptancePassed(PROJECT, 1),
        new ProjectEvent.ProjectEvaluated(PROJECT, EVALUATION, new BigDecimal("83.65"), Grade.GOOD),
        new ProjectEvent.ProjectClosed(PROJECT, LocalDate.parse("2028-02-18")),
        new ProjectEvent.ProjectTerminated(
            PROJECT, List.of(NEED, OTHER_NEED), TerminationCause.UNDERTAKER_DEFAULTS),
        new ProjectEvent.ProjectCancelled(PROJECT, List.of(NEED, OTHER_NEED)));
  }

  private static List<Event> activity() {
    return List.of(
        new ProjectEvent.DepartmentActivityAccepted(ACTIVITY, YOUTH_LEAGUE, 1, PLAN),
        new ProjectEvent.DepartmentActivityRevised(ACTIVITY, YOUTH_LEAGUE, 2, PLAN),
        new ProjectEvent.DepartmentActivityRejected(
            ACTIVITY, YOUTH_LEAGUE, 3, List.of("PROJ-006", "PROJ-063")),
        new ProjectEvent.DepartmentActivityCancelled(ACTIVITY, YOUTH_LEAGUE, 4),
        new ProjectEvent.DepartmentActivityReported(
            ACTIVITY, YOUTH_LEAGUE, 4, 46, 138, 7, 1_150_000));
  }

  /** What the Youth League's own system says of one of its activities. */
  private static List<Event> announced() {
    return List.of(
        new ActivityEvent.ActivityPublished(
            YOUTH_LEAGUE,
            YOUTH_LEAGUE_SYSTEM,
            CHILD_COMPANIONS,
            1,
            "童伴计划",
            ActivityType.CHILD_COMPANION,
            ACTIVITY_START,
            ACTIVITY_END,
            "童伴之家",
            List.of(ROOM),
            List.of(ClientGroup.CHILD_LEFT_BEHIND),
            new ItemCode("SI-05"),
            1_200_000L,
            new FundId("CYL-CHILD-2027"),
            OPERATOR),
        new ActivityEvent.ActivityCancelled(YOUTH_LEAGUE, YOUTH_LEAGUE_SYSTEM, CHILD_COMPANIONS, 2),
        new ActivityEvent.ActivityReported(
            YOUTH_LEAGUE, YOUTH_LEAGUE_SYSTEM, CHILD_COMPANIONS, 2, 46, 138, 7, 1_150_000));
  }

  private static List<Event> funding() {
    return List.of(
        new FundEvent.FundOpened(
            ELDERLY,
            "养老服务资金",
            FundType.CA_ELDERLY,
            CIVIL_AFFAIRS,
            2026,
            COUNTY,
            List.of(Purpose.SERVICE_PROJECT),
            List.of(ClientGroup.ELDER),
            new SourceId("S-CA_ELDERLY-01"),
            List.of(TOWN),
            List.of(CostCode.TAX)),
        new FundEvent.FundSourceRegistered(
            new SourceId("S-CA_ELDERLY-01"),
            "养老服务资金",
            FundType.CA_ELDERLY,
            CIVIL_AFFAIRS,
            "江民发〔2026〕3号",
            List.of(Purpose.SERVICE_PROJECT),
            List.of(ClientGroup.ELDER),
            List.of(CostCode.TAX)),
        new FundEvent.FundAllocationRecorded(ELDERLY, STATION, 600_000),
        new FundEvent.FundContributionReversed(ELDERLY, 5_000_000, "CZ-2026-018"),
        new FundEvent.LeverageRecorded(
            new FundId("DEPT-2026"),
            30_000_100,
            new DeptCode("WMF"),
            List.of(new FundEvent.FundAmount(new FundId("PILOT-2026"), 30_000_100)),
            "CZ-2026-031"),
        new FundEvent.MicroFundEstablished(
            MICRO,
            new CharityId("CH-JIANGAN-1"),
            List.of(FounderKind.COMMUNITY, FounderKind.ENTERPRISE, FounderKind.AGENCY),
            7,
            3),
        new FundEvent.MicroFundDonationReceived(
            MICRO, 200_000, PayerKind.ENTERPRISE, "JZ-2026-001"),
        new FundEvent.MicroFundGrantApproved(
            MICRO, 1, 80_000, GrantPurpose.HARDSHIP_CARE, 4, 1, PROJECT),
        new FundEvent.MicroFundStatementPublished(MICRO, 2026, 200_000, 80_000, 120_000),
        new FundEvent.MicroFundFellDormant(MICRO),
        new FundEvent.MicroFundEnded(MICRO, 120_000),
        new FundEvent.FeeCollected(
            FEES, KITCHEN, 60_000, 120, LocalDate.parse("2026-11-23"), "SF-2026-1123"),
        new FundEvent.FeeRefunded(FEES, KITCHEN, 500, "SF-2026-1123"),
        new FundEvent.FundFrozen(ELDERLY, FreezeReason.CONTRIBUTION_REVERSED),
        new FundEvent.FundUnfrozen(ELDERLY),
        new FundEvent.FundYearClosed(
            ELDERLY, 2026, 3_000_000, 200_000, new FundId("CA_ELDERLY-2027")),
        new FundEvent.FundContributionReceived(ELDERLY, 5_000_000, PayerKind.FISCAL, "CZ-2026-018"),
        new FundEvent.FundBalanceChanged(ELDERLY, 5_000_000, 0, 1_260_000, 540_000, 0, 3_200_000),
        new FundEvent.FundsReserved(
            PROJECT,
            RESERVATION,
            1,
            List.of(
                new FundEvent.FundAmount(ELDERLY, 1_800_000),
                new FundEvent.FundAmount(GOVERNANCE, 1_200_000)),
            3_000_000,
            Instant.parse("2027-01-10T16:00:00Z")),
        new FundEvent.FundsReservationRejected(
            PROJECT, 1, List.of(new FundEvent.LineFailure(ELDERLY, "FUND-006", 1_800_000, 0))),
        new FundEvent.FundsReservationReleased(
            PROJECT, RESERVATION, 3_000_000, ReleaseCause.PROJECT_RETURNED),
        new FundEvent.FundsReservationExpired(PROJECT, RESERVATION, 3_000_000),
        new FundEvent.FundsCommitted(PROJECT, RESERVATION, 3_000_000),
        new FundEvent.DisbursementRequested(PROJECT, DISBURSEMENT, 1, OPERATOR, 900_000),
        new FundEvent.FundsDisbursed(
            PROJECT,
            DISBURSEMENT,
            1,
            OPERATOR,
            List.of(
                new FundEvent.FundAmount(ELDERLY, 540_000),
                new FundEvent.FundAmount(GOVERNANCE, 360_000)),
            900_000),
        new FundEvent.DisbursementRejected(
            PROJECT, DISBURSEMENT, 1, RejectionCode.EVIDENCE_MISSING),
        new FundEvent.FundsRefunded(
            PROJECT,
            OPERATOR,
            List.of(new FundEvent.FundAmount(ELDERLY, 60_000)),
            60_000,
            "TK-2027-004"),
        new FundEvent.FundsSettled(PROJECT, RESERVATION, 3_000_000, 0, 0));
  }

  private static List<Event> evaluation() {
    return List.of(
        new EvaluationEvent.IndicatorSystemPublished(
            "county-1", 1, "F2", 30, 40, 30, LocalDate.parse("2026-11-01")),
        new EvaluationEvent.EvaluationPlanned(
            EVALUATION, PROJECT, EvaluationKind.FINAL, LocalDate.parse("2028-01-31")),
        new EvaluationEvent.ThirdPartyEngaged(EVALUATION, PROJECT, EVALUATOR),
        new EvaluationEvent.SupervisionVisitRecorded(
            EVALUATION, PROJECT, "V-1", LocalDate.parse("2027-05-12")),
        new EvaluationEvent.SupervisionFindingRaised(
            EVALUATION, PROJECT, "V-1-F1", Severity.MINOR, LocalDate.parse("2027-05-26")),
        new EvaluationEvent.SupervisionFindingClosed(
            EVALUATION, PROJECT, "V-1-F1", LocalDate.parse("2027-05-20")),
        new EvaluationEvent.SurveyOpened(EVALUATION, PROJECT, 138, 14),
        new EvaluationEvent.SurveyClosed(
            EVALUATION,
            PROJECT,
            138,
            20,
            true,
            new BigDecimal("87.50"),
            new BigDecimal("88.00"),
            new BigDecimal("86.50"),
            new BigDecimal("90.25")),
        new EvaluationEvent.ThirdPartyAssessmentSubmitted(
            EVALUATION, PROJECT, EVALUATOR, new BigDecimal("85.00"), SHA256),
        new EvaluationEvent.GovPerformanceSubmitted(
            EVALUATION, PROJECT, CIVIL_AFFAIRS, new BigDecimal("78.00")),
        new EvaluationEvent.EvaluationScored(
            EVALUATION,
            PROJECT,
            "F2",
            List.of(
                new EvaluationEvent.LegScore(Leg.RESIDENT, new BigDecimal("87.50")),
                new EvaluationEvent.LegScore(Leg.THIRD_PARTY, new BigDecimal("85.00")),
                new EvaluationEvent.LegScore(Leg.GOVERNMENT, new BigDecimal("78.00"))),
            new BigDecimal("83.65"),
            new BigDecimal("83.65"),
            Grade.GOOD,
            false),
        new EvaluationEvent.EvaluationResultNotified(
            EVALUATION, PROJECT, Instant.parse("2028-01-21T16:00:00Z")),
        new EvaluationEvent.EvaluationFinalised(
            EVALUATION, PROJECT, OPERATOR, new BigDecimal("83.65"), Grade.GOOD),
        new EvaluationEvent.IncentiveGranted(
            EVALUATION,
            PROJECT,
            OPERATOR,
            IncentiveKind.PRIORITY,
            LocalDate.parse("2028-01-24"),
            LocalDate.parse("2029-01-23")),
        new EvaluationEvent.RectificationRequired(
            EVALUATION, PROJECT, OPERATOR, LocalDate.parse("2028-02-24")),
        new EvaluationEvent.RectificationVerified(
            EVALUATION, PROJECT, LocalDate.parse("2028-02-20")),
        new EvaluationEvent.SanctionImposed(
            EVALUATION,
            PROJECT,
            OPERATOR,
            LocalDate.parse("2028-01-24"),
            LocalDate.parse("2030-01-23")));
  }
}

package org.threefold.oversight.testing;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.threefold.events.AgeBand;
import org.threefold.events.ArchiveDocument;
import org.threefold.events.Attributes;
import org.threefold.events.Channel;
import org.threefold.events.ClientGroup;
import org.threefold.events.ContractId;
import org.threefold.events.CostCode;
import org.threefold.events.DeptCode;
import org.threefold.events.DisbursementId;
import org.threefold.events.DivisionCode;
import org.threefold.events.DivisionLevel;
import org.threefold.events.EvaluationEvent.EvaluationFinalised;
import org.threefold.events.EvaluationEvent.EvaluationPlanned;
import org.threefold.events.EvaluationEvent.EvaluationScored;
import org.threefold.events.EvaluationEvent.LegScore;
import org.threefold.events.EvaluationId;
import org.threefold.events.EvaluationKind;
import org.threefold.events.Event;
import org.threefold.events.Fact;
import org.threefold.events.FeedbackChannel;
import org.threefold.events.FundEvent.FundAmount;
import org.threefold.events.FundEvent.FundBalanceChanged;
import org.threefold.events.FundEvent.FundContributionReceived;
import org.threefold.events.FundEvent.FundOpened;
import org.threefold.events.FundEvent.FundsCommitted;
import org.threefold.events.FundEvent.FundsDisbursed;
import org.threefold.events.FundEvent.FundsReserved;
import org.threefold.events.FundEvent.FundsSettled;
import org.threefold.events.FundId;
import org.threefold.events.FundType;
import org.threefold.events.GovernanceField;
import org.threefold.events.Grade;
import org.threefold.events.ItemCode;
import org.threefold.events.Leg;
import org.threefold.events.NeedCategory;
import org.threefold.events.NeedEvent.NeedAnalysed;
import org.threefold.events.NeedEvent.NeedClosed;
import org.threefold.events.NeedEvent.NeedCollected;
import org.threefold.events.NeedEvent.NeedEscalated;
import org.threefold.events.NeedEvent.NeedFeedbackGiven;
import org.threefold.events.NeedEvent.NeedInService;
import org.threefold.events.NeedEvent.NeedMerged;
import org.threefold.events.NeedEvent.NeedPlanned;
import org.threefold.events.NeedEvent.NeedRouted;
import org.threefold.events.NeedEvent.NeedServed;
import org.threefold.events.NeedEvent.NeedSorted;
import org.threefold.events.NeedId;
import org.threefold.events.OperatorId;
import org.threefold.events.PayerKind;
import org.threefold.events.PriorityBand;
import org.threefold.events.ProjectEvent.AcceptancePassed;
import org.threefold.events.ProjectEvent.BudgetLine;
import org.threefold.events.ProjectEvent.FundingLine;
import org.threefold.events.ProjectEvent.Indicator;
import org.threefold.events.ProjectEvent.Milestone;
import org.threefold.events.ProjectEvent.MilestoneReached;
import org.threefold.events.ProjectEvent.NeedsBundled;
import org.threefold.events.ProjectEvent.ProjectApproved;
import org.threefold.events.ProjectEvent.ProjectClosed;
import org.threefold.events.ProjectEvent.ProjectCompletionClaimed;
import org.threefold.events.ProjectEvent.ProjectContracted;
import org.threefold.events.ProjectEvent.ProjectDesigned;
import org.threefold.events.ProjectEvent.ProjectEvaluated;
import org.threefold.events.ProjectEvent.ProjectFunded;
import org.threefold.events.ProjectEvent.ProjectFundingRequested;
import org.threefold.events.ProjectEvent.ProjectInitiated;
import org.threefold.events.ProjectEvent.ProjectStarted;
import org.threefold.events.ProjectEvent.ProjectSubmittedForReview;
import org.threefold.events.ProjectEvent.ServiceSessionHeld;
import org.threefold.events.ProjectEvent.UndertakerSelected;
import org.threefold.events.ProjectId;
import org.threefold.events.PurchaseMethod;
import org.threefold.events.Purpose;
import org.threefold.events.ReservationId;
import org.threefold.events.ResidentRef;
import org.threefold.events.Route;
import org.threefold.events.ServiceMethod;
import org.threefold.events.StationEvent.ArchiveCompletenessChanged;
import org.threefold.events.StationEvent.ArchiveItemFiled;
import org.threefold.events.StationEvent.DivisionRegistered;
import org.threefold.events.StationEvent.StationActivated;
import org.threefold.events.StationEvent.StationRegistered;
import org.threefold.events.StationId;
import org.threefold.events.StationType;
import org.threefold.events.Topic;

/**
 * The facts of one need met by one project paid by one fund, in a town; stories of different
 * numbers have different ids and are otherwise the same.
 */
public final class Story {

  public static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-11-23");
  private static final long BUDGET = 18_000_00;

  public final String town;
  public final NeedId need;
  public final NeedId twin;
  public final ProjectId project;
  public final FundId fund;
  private final EvaluationId evaluation;
  private final StationId room;
  private final StationId station;
  private final Map<String, Long> versions = new HashMap<>();
  private final List<Fact<Event>> facts = new ArrayList<>();

  public Story(String town, int number) {
    this.town = town;
    this.need = new NeedId("N-%s001-20261123-%06d".formatted(town, 2 * number + 1));
    this.twin = new NeedId("N-%s001-20261123-%06d".formatted(town, 2 * number + 2));
    this.project = new ProjectId("P-2026-%s-%06d".formatted(town, number));
    this.fund = new FundId("F-%s-%06d".formatted(town, number));
    this.evaluation = new EvaluationId("E-%s-%06d".formatted(town, number));
    this.room = new StationId("RM-" + town + "001");
    this.station = new StationId("ST-" + town);
    tell();
  }

  /** In the order in which they came to be. */
  public List<Fact<Event>> facts() {
    return facts;
  }

  /**
   * In another order that a reader of several topics might meet: each stream keeps its own, and
   * some come twice.
   */
  public List<Fact<Event>> delivered(Random random) {
    Map<String, List<Fact<Event>>> streams = new LinkedHashMap<>();
    facts.forEach(
        it -> streams.computeIfAbsent(it.stream().toString(), _ -> new ArrayList<>()).add(it));
    List<List<Fact<Event>>> waiting =
        new ArrayList<>(streams.values().stream().map(ArrayList::new).toList());
    List<Fact<Event>> delivered = new ArrayList<>();
    while (!waiting.isEmpty()) {
      int at = random.nextInt(waiting.size());
      delivered.add(waiting.get(at).removeFirst());
      if (waiting.get(at).isEmpty()) {
        waiting.remove(at);
      }
      if (random.nextInt(4) == 0) {
        delivered.add(delivered.get(random.nextInt(delivered.size())));
      }
    }
    return delivered;
  }

  /** A text in which the names of this story are those of every story. */
  public String anonymous(String text) {
    return text.replace(need.value(), "NEED")
        .replace(twin.value(), "TWIN")
        .replace(project.value(), "PROJECT")
        .replace(fund.value(), "FUND")
        .replace(evaluation.value(), "EVALUATION");
  }

  /** The story up to the collected need, and no further. */
  public Fact<Event> collected() {
    return facts.stream()
        .filter(it -> it.event() instanceof NeedCollected)
        .findFirst()
        .orElseThrow();
  }

  private void say(Event event, String actor) {
    int n = facts.size();
    long version = versions.merge(event.stream().toString(), 1L, Long::sum);
    String cause = n == 0 ? "request/1" : facts.getLast().id();
    DivisionCode division =
        switch (Topic.of(event)) {
          case NEEDS -> room.division();
          case STATIONS, PROJECTS -> new DivisionCode(town);
          case FUNDS, EVALUATIONS, ACTIVITIES -> null;
        };
    facts.add(
        new Fact<>(
            Attributes.of(
                event,
                version,
                Topic.of(event).publisher(),
                NINE.plus(Duration.ofMinutes(n)).plusNanos(123_456_789),
                cause,
                actor,
                division,
                null),
            event));
  }

  private void tell() {
    String worker = "RM_WORKER@" + room;
    String deputy = "TST_DEPUTY_OPERATOR@" + station;
    say(
        new DivisionRegistered(
            new DivisionCode(town),
            "江安镇",
            DivisionLevel.TOWN,
            new DivisionCode("511523"),
            DAY,
            false),
        "CAB@CAB");
    say(
        new StationRegistered(room, StationType.COMMUNITY_ROOM, "社工室", room.division(), station),
        "CAB@CAB");
    say(new StationActivated(room, DAY, false), "CAB@CAB");
    say(
        new FundOpened(
            fund,
            "养老服务",
            FundType.CA_ELDERLY,
            new DeptCode("CAB"),
            2026,
            new DivisionCode("511523"),
            List.of(Purpose.SERVICE_PROJECT),
            List.of(ClientGroup.ELDER),
            null,
            null,
            null),
        "FINANCE@FIN");
    say(new FundContributionReceived(fund, 5_000_000, PayerKind.FISCAL, "R-1"), "FINANCE@FIN");
    balance(5_000_000, 0, 0, 0);
    say(collected(need), worker);
    say(collected(twin), worker);
    say(new NeedSorted(need, NeedCategory.MEAL_CARE, 1), worker);
    say(new NeedMerged(twin, need), worker);
    say(new NeedEscalated(need, room, station), worker);
    say(new NeedAnalysed(need, 3, 1, 60, 4, 25, PriorityBand.B), deputy);
    say(
        new NeedRouted(
            need,
            Route.PROJECT,
            station,
            NeedCategory.MEAL_CARE,
            List.of(ClientGroup.ELDER),
            60,
            25,
            PriorityBand.B),
        deputy);
    say(
        new ProjectInitiated(
            project,
            station,
            new DeptCode("CAB"),
            new ItemCode("SI-03"),
            GovernanceField.ELDERLY_CARE,
            "guide-v1"),
        deputy);
    say(new NeedsBundled(project, List.of(need)), deputy);
    say(new NeedPlanned(need, project), "SYSTEM@needs-intake");
    var milestones = List.of(new Milestone("M1", 100, DAY.plusDays(60)));
    say(
        new ProjectDesigned(
            project,
            BUDGET,
            List.of(new BudgetLine(CostCode.ACTIVITY, BUDGET)),
            List.of(new Indicator("SESSIONS", 12, "场")),
            milestones,
            DAY.plusDays(7),
            DAY.plusDays(90),
            List.of(ClientGroup.ELDER)),
        deputy);
    say(
        new ProjectFundingRequested(
            project,
            1,
            List.of(new FundingLine(fund, BUDGET, Purpose.SERVICE_PROJECT, CostCode.ACTIVITY)),
            BUDGET,
            List.of(ClientGroup.ELDER),
            new DivisionCode(town)),
        deputy);
    var reservation = new ReservationId("R-" + project);
    var lines = List.of(new FundAmount(fund, BUDGET));
    say(
        new FundsReserved(project, reservation, 1, lines, BUDGET, NINE.plus(Duration.ofDays(30))),
        "SYSTEM@fund-ledger");
    balance(5_000_000, BUDGET, 0, 0);
    say(
        new ProjectFunded(project, reservation, 1, NINE.plus(Duration.ofDays(30))),
        "SYSTEM@project-management");
    say(new ProjectSubmittedForReview(project, DAY), deputy);
    say(new ProjectApproved(project, reservation, 3, new BigDecimal("82.00")), "CAB@CAB");
    say(new FundsCommitted(project, reservation, BUDGET), "SYSTEM@fund-ledger");
    balance(5_000_000, 0, BUDGET, 0);
    var undertaker = new OperatorId("OP-LOCAL-1");
    say(
        new UndertakerSelected(project, undertaker, PurchaseMethod.DIRECT_BELOW_LIMIT),
        "PURCHASER@CAB");
    say(
        new ProjectContracted(
            project,
            new ContractId("PC-2026-0001"),
            undertaker,
            new DeptCode("CAB"),
            BUDGET,
            DAY.plusDays(7),
            DAY.plusDays(90),
            milestones),
        "PURCHASER@CAB");
    say(
        new EvaluationPlanned(evaluation, project, EvaluationKind.FINAL, DAY.plusDays(100)),
        "SYSTEM@evaluation");
    say(new ProjectStarted(project, List.of(need), 3, 1), "UNDERTAKER@OP-LOCAL-1");
    say(new NeedInService(need, project), "SYSTEM@needs-intake");
    for (int i = 1; i <= 60; i++) {
      say(
          new ServiceSessionHeld(
              project, "S-" + i, DAY.plusDays(7 + i), ServiceMethod.GROUP, 20, 20, 90, 2),
          "UNDERTAKER@OP-LOCAL-1");
    }
    say(new MilestoneReached(project, "M1", 100, 100, 3), "UNDERTAKER@OP-LOCAL-1");
    say(
        new FundsDisbursed(project, new DisbursementId("D-1"), 1, undertaker, lines, BUDGET),
        "FINANCE@FIN");
    balance(5_000_000, 0, 0, BUDGET);
    say(new ProjectCompletionClaimed(project, List.of(need), 60), "UNDERTAKER@OP-LOCAL-1");
    say(new NeedServed(need, project), "SYSTEM@needs-intake");
    say(new AcceptancePassed(project, 1), "PURCHASER@CAB");
    var score = new BigDecimal("83.65");
    say(
        new EvaluationScored(
            evaluation,
            project,
            "F2",
            List.of(new LegScore(Leg.RESIDENT, new BigDecimal("87.50"))),
            score,
            score,
            Grade.GOOD,
            false),
        "SYSTEM@evaluation");
    say(
        new EvaluationFinalised(evaluation, project, undertaker, score, Grade.GOOD),
        "SYSTEM@evaluation");
    say(new ProjectEvaluated(project, evaluation, score, Grade.GOOD), "SYSTEM@project-management");
    say(new FundsSettled(project, reservation, BUDGET, 0, 0), "SYSTEM@fund-ledger");
    say(new NeedFeedbackGiven(need, FeedbackChannel.HOME_VISIT, project), worker);
    say(new NeedClosed(need, false, 5, project), "RESIDENT@" + room);
    say(
        new ArchiveItemFiled(
            project, ArchiveDocument.CONTRACT, "SG01-ZY·XM-2026-D30-0001", "ab".repeat(32), 3),
        "ARCHIVIST@" + station);
    say(new ArchiveCompletenessChanged(project, 9, 9, 100, List.of()), "ARCHIVIST@" + station);
    say(new ProjectClosed(project, DAY.plusDays(120)), deputy);
  }

  private NeedCollected collected(NeedId id) {
    return new NeedCollected(
        id,
        room,
        Channel.HOME_VISIT,
        new ResidentRef("r-7Qm2xVb9"),
        AgeBand.FROM_80,
        List.of(ClientGroup.ELDER),
        DAY,
        null);
  }

  private void balance(long received, long held, long committed, long disbursed) {
    say(
        new FundBalanceChanged(
            fund, received, held, committed, disbursed, 0, received - held - committed - disbursed),
        "SYSTEM@fund-ledger");
  }
}

package org.threefold.funds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.testkit.Eventually.eventually;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.threefold.access.Actor;
import org.threefold.access.Role;
import org.threefold.events.ClientGroup;
import org.threefold.events.ContractId;
import org.threefold.events.CostCode;
import org.threefold.events.DeptCode;
import org.threefold.events.DivisionCode;
import org.threefold.events.EvaluationEvent.EvaluationFinalised;
import org.threefold.events.EvaluationId;
import org.threefold.events.FundId;
import org.threefold.events.Grade;
import org.threefold.events.OperatorId;
import org.threefold.events.ProjectEvent.AcceptancePassed;
import org.threefold.events.ProjectEvent.FundingLine;
import org.threefold.events.ProjectEvent.MilestoneReached;
import org.threefold.events.ProjectEvent.ProjectApproved;
import org.threefold.events.ProjectEvent.ProjectContracted;
import org.threefold.events.ProjectEvent.ProjectFundingRequested;
import org.threefold.events.ProjectEvent.ProjectRejected;
import org.threefold.events.ProjectEvent.ProjectStarted;
import org.threefold.events.ProjectId;
import org.threefold.events.Purpose;
import org.threefold.events.ReservationId;
import org.threefold.events.Topic;
import org.threefold.teststand.Answer;
import org.threefold.teststand.Said;
import org.threefold.teststand.Stand;
import tools.jackson.databind.JsonNode;

/** The ledger's part of the story (domain §5.1), and what it refuses on the way. */
class FundLedgerIT {

  private static final DivisionCode TOWN = new DivisionCode("511523100");
  private static final DivisionCode COUNTY = new DivisionCode("511523");
  private static final OperatorId PAYEE = new OperatorId("OP-INTRO-1");

  private static final AtomicInteger RECEIPTS = new AtomicInteger();

  private static Stand counter;
  private static String finance;
  private static String head;
  private static String auditor;

  @BeforeAll
  static void start() {
    counter =
        Stand.start(FundLedgerApplication.class, "fund-ledger", Map.of("funds.snapshot-every", 7));
    finance = counter.token(Role.FINANCE, "511523");
    head = counter.token(Role.TST_HEAD, "511523100");
    auditor = counter.token(Role.AUDITOR, "511523");
  }

  @AfterAll
  static void stop() {
    counter.close();
  }

  private static Answer post(String token, String path, String body) {
    return counter.post(token, path, body);
  }

  private static FundId opened(String type, long fen) {
    Answer opened =
        post(
            finance,
            "/api/v1/funds",
            """
            {"name":"养老服务","type":"%s","owner":"CAB","fiscalYear":2026,"division":"511523"}\
            """
                .formatted(type));
    assertThat(opened.status()).as(opened.json().toString()).isEqualTo(201);
    FundId fund = new FundId(opened.text("/id"));
    assertThat(contributed(fund, fen).status()).isEqualTo(200);
    return fund;
  }

  private static Answer contributed(FundId fund, long fen) {
    return post(
        finance,
        "/api/v1/funds/" + fund + "/contributions",
        "{\"amountFen\":%d,\"payer\":\"FISCAL\",\"ref\":\"2026-%d\"}"
            .formatted(fen, RECEIPTS.incrementAndGet()));
  }

  private static ProjectFundingRequested requested(
      ProjectId project, int version, Map<FundId, Long> amounts) {
    List<FundingLine> lines =
        amounts.entrySet().stream()
            .sorted(Map.Entry.comparingByKey((a, b) -> a.value().compareTo(b.value())))
            .map(it ->
                new FundingLine(
                    it.getKey(), it.getValue(), Purpose.SERVICE_PROJECT, CostCode.ACTIVITY))
            .toList();
    return new ProjectFundingRequested(
        project,
        version,
        lines,
        lines.stream().mapToLong(FundingLine::amountFen).sum(),
        List.of(ClientGroup.ELDER),
        TOWN);
  }

  /** R, H, C, D, F, A. */
  private static void stands(FundId fund, long... fen) {
    JsonNode it = counter.get(auditor, "/api/v1/funds/" + fund).json();
    assertThat(
            List.of("received", "held", "committed", "disbursed", "refunded", "available").stream()
                .mapToLong(name -> it.at("/" + name + "Fen").asLong(-1))
                .toArray())
        .isEqualTo(fen);
  }

  private static List<Said> said(ProjectId project, String type) {
    return counter.said(Topic.FUNDS).stream()
        .filter(it -> it.key().equals(project.value()))
        .filter(it -> it.type().equals("org.threefold." + type))
        .toList();
  }

  private static Answer approve(String token, ProjectId project, int tranche) {
    String id = "R-" + project + "-1-T" + tranche;
    assertThat(counter.get(auditor, "/api/v1/fundings/" + project).json().toString()).contains(id);
    return post(token, "/api/v1/disbursements/" + id + "/approve", "{}");
  }

  private static void pay(ProjectId project, int tranche) {
    assertThat(approve(head, project, tranche).status()).isEqualTo(200);
    assertThat(approve(finance, project, tranche).status()).isEqualTo(200);
  }

  @Test
  void the_story_comes_out_to_the_fen_and_a_restart_in_the_middle_changes_nothing() {
    ProjectId project = new ProjectId("P-2026-511523100-0001");
    ReservationId reservation = new ReservationId("R-" + project + "-1");
    FundId elderly = opened("CA_ELDERLY", 5_000_000);
    FundId governance = opened("CA_GOVERNANCE", 2_000_000);
    stands(elderly, 5_000_000, 0, 0, 0, 0, 5_000_000);

    counter.heard(requested(project, 1, Map.of(elderly, 1_800_000L, governance, 1_200_000L)));
    stands(elderly, 5_000_000, 1_800_000, 0, 0, 0, 3_200_000);
    ProjectApproved approved =
        new ProjectApproved(project, reservation, 3, new BigDecimal("82.00"));
    counter.heard(approved);
    stands(elderly, 5_000_000, 0, 1_800_000, 0, 0, 3_200_000);
    counter.heardAgain(approved);

    LocalDate day = LocalDate.of(2026, 12, 1);
    counter.heard(
        new ProjectContracted(
            project,
            new ContractId("C-2026-0001"),
            PAYEE,
            new DeptCode("CAB"),
            3_000_000,
            day,
            day.plusMonths(6),
            List.of()));
    counter.heard(new ProjectStarted(project, List.of(), 4, 2));
    assertThat(approve(finance, project, 1).text("/code")).isEqualTo("FUND-033");
    assertThat(approve(head, project, 1).text("/disbursements/0/approvals/0"))
        .isEqualTo("TST_HEAD");

    counter.restart();

    assertThat(approve(head, project, 1).text("/code")).isEqualTo("FUND-032");
    assertThat(approve(finance, project, 1).json().at("/paidFen").asLong()).isEqualTo(900_000);
    assertThat(approve(finance, project, 1).text("/code")).isEqualTo("FUND-034");
    stands(elderly, 5_000_000, 0, 1_260_000, 540_000, 0, 3_200_000);

    counter.heard(new MilestoneReached(project, "M1", 30, 30, 2));
    counter.heard(new MilestoneReached(project, "M2", 40, 70, 3));
    pay(project, 2);
    stands(elderly, 5_000_000, 0, 540_000, 1_260_000, 0, 3_200_000);
    assertThat(counter.get(auditor, "/api/v1/fundings/" + project).text("/waitsFor"))
        .isEqualTo("FUND-030");

    counter.heard(new AcceptancePassed(project, 1));
    counter.heard(
        new EvaluationFinalised(
            new EvaluationId("E-2026-0001"), project, PAYEE, new BigDecimal("83.65"), Grade.GOOD));
    pay(project, 3);
    stands(elderly, 5_000_000, 0, 0, 1_800_000, 0, 3_200_000);
    stands(governance, 2_000_000, 0, 0, 1_200_000, 0, 800_000);

    eventually(() -> assertThat(said(project, "funding.settled.v1")).hasSize(1));
    assertThat(said(project, "funding.settled.v1").getFirst().data().toString())
        .contains("\"paidFen\":3000000", "\"releasedFen\":0");
    assertThat(said(project, "funding.disbursed.v1").getFirst().data().at("/lines").toString())
        .contains("540000", "360000");
    assertThat(said(project, "funding.committed.v1")).hasSize(1);
    assertContiguous();
    assertThat(counter.said(Topic.FUNDS).toString()).doesNotContain("\"TST_HEAD\"");

    JsonNode postings = counter.get(auditor, "/api/v1/funds/" + elderly + "/postings").json();
    assertThat(postings.at("/postings").findValuesAsString("to"))
        .containsExactly("AVAILABLE", "HELD", "COMMITTED", "DISBURSED", "DISBURSED", "DISBURSED");
    assertThat(postings.at("/postings/0/by").asString()).isEqualTo("FINANCE@511523");
  }

  /** The versions of each stream, repeats left out, have no hole. */
  private static void assertContiguous() {
    Map<String, Long> next = new HashMap<>();
    counter.said(Topic.FUNDS).stream()
        .map(Said::id)
        .distinct()
        .forEach(id -> {
          String stream = id.substring(0, id.indexOf('@'));
          assertThat(id).isEqualTo(stream + "@" + next.merge(stream, 1L, Long::sum));
        });
  }

  @Test
  void a_plan_that_is_too_large_is_rejected_with_what_is_there() {
    ProjectId project = new ProjectId("P-2026-511523100-0002");
    FundId fund = opened("CA_ELDERLY", 100);
    counter.heard(requested(project, 1, Map.of(fund, 101L, new FundId("F-NONE"), 1L)));
    eventually(() -> assertThat(said(project, "funding.rejected.v1")).hasSize(1));
    assertThat(said(project, "funding.rejected.v1").getFirst().data().at("/failures"))
        .extracting(it -> it.at("/code").asString(), it -> it.at("/availableFen").asLong())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("FUND-006", 100L),
            org.assertj.core.groups.Tuple.tuple("FUND-007", 0L));
    counter.heard(requested(project, 2, Map.of(fund, 100L)));
    eventually(() -> assertThat(said(project, "funding.reserved.v1")).hasSize(1));
    counter.heard(
        new ProjectRejected(project, new ReservationId("R-" + project + "-2"), 3, List.of()));
    eventually(() -> assertThat(said(project, "funding.released.v1")).hasSize(1));
    stands(fund, 100, 0, 0, 0, 0, 100);
  }

  @Test
  void a_hold_runs_out_when_nobody_decides() {
    ProjectId project = new ProjectId("P-2026-511523100-0003");
    FundId fund = opened("CA_ELDERLY", 100);
    counter.heard(requested(project, 1, Map.of(fund, 60L)));
    stands(fund, 100, 60, 0, 0, 0, 40);
    counter.clock().advance(Duration.ofDays(30));
    eventually(() -> stands(fund, 100, 0, 0, 0, 0, 100));
    eventually(() -> assertThat(said(project, "funding.expired.v1")).hasSize(1));
    counter.clock().advance(Duration.ofDays(-30));
  }

  @Test
  void a_repeated_request_pays_in_once_and_another_body_is_refused() {
    FundId fund = opened("CA_ELDERLY", 100);
    String path = "/api/v1/funds/" + fund + "/contributions";
    String body = "{\"amountFen\":5,\"payer\":\"FISCAL\",\"ref\":\"r\"}";
    Answer once = counter.post(finance, path, body, "the-key");
    Answer again = counter.post(finance, path, body, "the-key");
    assertThat(again.json()).isEqualTo(once.json());
    stands(fund, 105, 0, 0, 0, 0, 105);
    Answer other = counter.post(finance, path, body.replace('5', '6'), "the-key");
    assertThat(other.status()).isEqualTo(422);
    stands(fund, 105, 0, 0, 0, 0, 105);
  }

  @Test
  void bad_amounts_are_refused_and_nothing_is_stored() {
    FundId fund = opened("CA_ELDERLY", 100);
    assertThat(contributed(fund, 0).text("/code")).isEqualTo("FUND-001");
    assertThat(contributed(fund, -1).text("/code")).isEqualTo("FUND-001");
    assertThat(contributed(fund, Long.MAX_VALUE).text("/code")).isEqualTo("FUND-001");
    String path = "/api/v1/funds/" + fund + "/contributions";
    for (String amount : List.of("1.5", "9223372036854775808", "\"100\"", "null", "1e3")) {
      Answer refused =
          post(finance, path, "{\"amountFen\":" + amount + ",\"payer\":\"FISCAL\",\"ref\":\"r\"}");
      assertThat(refused.status()).as(amount + " " + refused.json()).isEqualTo(400);
    }
    assertThat(
            post(finance, path, "{\"amountFen\":1,\"payer\":\"FISCAL\",\"ref\":\"张三\"}").status())
        .isEqualTo(400);
    stands(fund, 100, 0, 0, 0, 0, 100);
  }

  @Test
  void everybody_sees_what_concerns_them_and_no_more() {
    ProjectId project = new ProjectId("P-2026-511523100-0004");
    FundId fund = opened("CA_GOVERNANCE", 100);
    counter.heard(requested(project, 1, Map.of(fund, 1L)));
    stands(fund, 100, 1, 0, 0, 0, 99);
    String path = "/api/v1/funds/" + fund;
    String funding = "/api/v1/fundings/" + project;
    assertThat(counter.get(purchaser("CAB"), path).status()).isEqualTo(200);
    assertThat(counter.get(purchaser("WMF"), path).status()).isEqualTo(404);
    assertThat(counter.get(purchaser("CAB"), funding).status()).isEqualTo(200);
    assertThat(counter.get(purchaser("WMF"), funding).status()).isEqualTo(404);
    assertThat(counter.get(head, path).status()).isEqualTo(403);
    assertThat(counter.get(head, funding).status()).isEqualTo(200);
    assertThat(counter.get(counter.token(Role.TST_HEAD, "511523101"), funding).status())
        .isEqualTo(404);
    assertThat(counter.get(null, path).status()).isEqualTo(401);
    assertThat(post(auditor, path + "/contributions", "{}").status()).isEqualTo(403);
    assertThat(counter.get(purchaser("WMF"), "/api/v1/funds").json().size()).isZero();
    assertThat(counter.get(auditor, "/api/v1/funds?limit=1").json().size()).isEqualTo(1);
    assertThat(counter.get(auditor, "/api/v1/funds?limit=0").status()).isEqualTo(400);
  }

  private static String purchaser(String dept) {
    return counter.token(
        new Actor("p-" + dept, Set.of(Role.PURCHASER), COUNTY, null, new DeptCode(dept), null));
  }

  @Test
  void the_ledger_says_how_it_is() {
    Answer health = counter.get(auditor, "/actuator/health");
    assertThat(health.text("/components/journalHealth/status")).isEqualTo("UP");
  }
}

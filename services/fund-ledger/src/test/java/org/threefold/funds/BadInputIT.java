package org.threefold.funds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.testkit.Eventually.eventually;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threefold.access.Actor;
import org.threefold.access.Role;
import org.threefold.events.ClientGroup;
import org.threefold.events.ContractId;
import org.threefold.events.CostCode;
import org.threefold.events.DeptCode;
import org.threefold.events.DivisionCode;
import org.threefold.events.FundId;
import org.threefold.events.OperatorId;
import org.threefold.events.ProgrammeId;
import org.threefold.events.ProgrammeState;
import org.threefold.events.ProjectEvent.FundingLine;
import org.threefold.events.ProjectEvent.LowFeeProgrammeRegistered;
import org.threefold.events.ProjectEvent.ProjectApproved;
import org.threefold.events.ProjectEvent.ProjectContracted;
import org.threefold.events.ProjectEvent.ProjectFundingRequested;
import org.threefold.events.ProjectEvent.ProjectStarted;
import org.threefold.events.ProjectId;
import org.threefold.events.Purpose;
import org.threefold.events.ReservationId;
import org.threefold.events.Topic;
import org.threefold.teststand.Answer;
import org.threefold.teststand.Said;
import org.threefold.teststand.Stand;

/** What comes in wrongly through any door that money has, over HTTP, leaves no trace. */
class BadInputIT {

  private static final Stand COUNTER =
      Stand.start(FundLedgerApplication.class, "fund-ledger", Map.of());
  private static final String FINANCE = COUNTER.token(Role.FINANCE, "511523");
  private static final String CAB = COUNTER.token(Role.CAB, "511523");
  private static final String HEAD = COUNTER.token(Role.TST_HEAD, "511523100");
  private static final String AUDITOR = COUNTER.token(Role.AUDITOR, "511523");
  private static final ProjectId PROJECT = new ProjectId("P-2026-511523100-0001");
  private static final long MOST_FEN = 1_000_000_000_000_000L;

  private static String fund = "";
  private static String dept = "";
  private static String fees = "";
  private static String micro = "";

  private static Answer post(String token, String path, String body) {
    return COUNTER.post(token, "/api/v1" + path, body);
  }

  private static String opened(String type, String owner, int year, String more) {
    Answer opened =
        post(
            FINANCE,
            "/funds",
            """
            {"name":"资金","type":"%s","owner":"%s","fiscalYear":%d,"division":"511523100"%s}\
            """
                .formatted(type, owner, year, more));
    assertThat(opened.status()).as(opened.body()).isEqualTo(201);
    return opened.text("/id");
  }

  private static Answer contributed(String into, long fen, String ref) {
    return post(
        FINANCE,
        "/funds/" + into + "/contributions",
        "{\"amountFen\":%d,\"payer\":\"FISCAL\",\"ref\":\"%s\"}".formatted(fen, ref));
  }

  private static void asked(ProjectId project, int version, String of, long fen) {
    COUNTER.heard(
        new ProjectFundingRequested(
            project,
            version,
            List.of(
                new FundingLine(new FundId(of), fen, Purpose.SERVICE_PROJECT, CostCode.ACTIVITY)),
            fen,
            List.of(ClientGroup.ELDER),
            new DivisionCode("511523100")));
  }

  private static void started(ProjectId project, String of, long fen) {
    asked(project, 1, of, fen);
    LocalDate day = LocalDate.of(2026, 12, 1);
    COUNTER.heard(
        new ProjectApproved(
            project, new ReservationId("R-" + project + "-1"), 3, new BigDecimal("82.00")));
    COUNTER.heard(
        new ProjectContracted(
            project,
            new ContractId("C-" + project),
            new OperatorId("OP-LOCAL-1"),
            new DeptCode("CAB"),
            fen,
            day,
            day.plusMonths(6),
            List.of()));
    COUNTER.heard(new ProjectStarted(project, List.of(), 4, 2));
  }

  private static String tranche(ProjectId project) {
    return "/disbursements/R-" + project + "-1-T1/approve";
  }

  @BeforeAll
  static void every_door_is_open() {
    fund = opened("CA_GOVERNANCE", "CAB", 2026, "");
    dept = opened("DEPT", "WMF", 2026, "");
    fees = opened("FEE", "CAB", 2026, ",\"programme\":\"LF-02\"");
    micro = opened("MICRO", "CAB", 2026, "");
    COUNTER.heard(
        new LowFeeProgrammeRegistered(
            new ProgrammeId("LF-02"),
            "老年厨房",
            ClientGroup.ELDER,
            ProgrammeState.RUNNING,
            null,
            null));
    for (String of : List.of(fund, dept, fees)) {
      assertThat(contributed(of, 1_000, "R-1").status()).isEqualTo(200);
    }
    Answer fee =
        post(
            FINANCE,
            "/funds/" + fees + "/fees",
            "{\"amountFen\":100,\"count\":1,\"date\":\"2026-11-01\",\"ref\":\"SF-1\"}");
    assertThat(fee.status()).as(fee.body()).isEqualTo(200);
    Answer founded =
        post(
            CAB,
            "/micro-funds",
            """
            {"fund":"%s","host":"CH-1","agreement":{"document":"协议","purpose":"关爱",\
            "endConditions":"完成","residualUse":"转入","signedOn":"2022-01-27"},\
            "founders":[{"kind":"COMMUNITY","code":"C-1"},{"kind":"ENTERPRISE","code":"E-1"},\
            {"kind":"AGENCY","code":"A-1"}],"committee":[{"ref":"M-1","resident":true},\
            {"ref":"M-2","resident":true},{"ref":"M-3","resident":true},\
            {"ref":"M-4","resident":true},{"ref":"M-5","resident":true}]}\
            """
                .formatted(micro));
    assertThat(founded.status()).as(founded.body()).isEqualTo(201);
    started(PROJECT, fund, 500);
    assertThat(post(HEAD, tranche(PROJECT), "{}").status()).isEqualTo(200);
    assertThat(post(FINANCE, tranche(PROJECT), "{}").status()).isEqualTo(200);
  }

  @AfterAll
  static void stop() {
    COUNTER.close();
  }

  /** A place where somebody types in an amount. */
  private record Door(String token, String path, String body) {
    Answer with(String amount) {
      return post(token, path, body.formatted(amount));
    }
  }

  /** In an order in which a single fen passes each of them. */
  private static List<Door> doors() {
    return List.of(
        new Door(
            FINANCE,
            "/funds/" + fund + "/contributions",
            "{\"amountFen\":%s,\"payer\":\"FISCAL\",\"ref\":\"B-1\"}"),
        new Door(
            FINANCE,
            "/funds/" + fund + "/allocations",
            "{\"unit\":\"ST-511523100\",\"amountFen\":%s}"),
        new Door(
            FINANCE,
            "/funds/" + dept + "/leverage",
            "{\"ref\":\"R-1\",\"seeds\":[{\"fund\":\"" + fund + "\",\"amountFen\":%s}]}"),
        new Door(
            FINANCE,
            "/funds/" + fees + "/fees",
            "{\"amountFen\":%s,\"count\":1,\"date\":\"2026-11-01\",\"ref\":\"SF-2\"}"),
        new Door(FINANCE, "/funds/" + fees + "/fee-refunds", "{\"amountFen\":%s,\"ref\":\"SF-1\"}"),
        new Door(
            HEAD,
            "/micro-funds/" + micro + "/donations",
            "{\"amountFen\":%s,\"donor\":\"ENTERPRISE\",\"ref\":\"JZ-1\"}"),
        new Door(
            HEAD,
            "/micro-funds/" + micro + "/grants",
            "{\"amountFen\":%s,\"purpose\":\"HARDSHIP_CARE\",\"votes\":["
                + "{\"member\":\"M-1\",\"yes\":true},{\"member\":\"M-2\",\"yes\":true},"
                + "{\"member\":\"M-3\",\"yes\":true}]}"),
        new Door(
            FINANCE, "/fundings/" + PROJECT + "/refunds", "{\"amountFen\":%s,\"ref\":\"TK-1\"}"));
  }

  private static long head() {
    return COUNTER.get(AUDITOR, "/api/v1/journal/head").json().at("/seq").asLong(-1);
  }

  @Test
  void an_amount_is_a_whole_number_of_fen_above_zero() {
    List<String> noAmounts =
        List.of("5.5", "1e400", "1e2", "9223372036854775808", "\"5\"", "null", "true", "[5]", "{}");
    long before = head();
    assertThat(before).isPositive();
    for (Door door : doors()) {
      for (String little : List.of("0", "-1", "-9223372036854775808")) {
        Answer refused = door.with(little);
        assertThat(refused.text("/code"))
            .as(door.path() + " " + little + refused.body())
            .isEqualTo("FUND-001");
        assertThat(refused.status()).isEqualTo(422);
      }
      for (String noAmount : noAmounts) {
        Answer refused = door.with(noAmount);
        assertThat(refused.status())
            .as(door.path() + " " + noAmount + refused.body())
            .isEqualTo(400);
        assertThat(refused.text("/code")).isNotEmpty();
      }
      Answer tooMuch = door.with("9223372036854775807");
      assertThat(tooMuch.text("/code")).as(door.path() + tooMuch.body()).startsWith("FUND-0");
      assertThat(tooMuch.status()).isBetween(400, 499);
    }
    assertThat(head()).isEqualTo(before);
    for (Door door : doors()) {
      Answer done = door.with("1");
      assertThat(done.status()).as(door.path() + done.body()).isEqualTo(200);
    }
    assertThat(head()).isEqualTo(before + doors().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.5", "1e400", "9223372036854775808", "\"5\"", "-1"})
  void what_goes_on_or_was_worth_is_a_whole_number_of_fen(String amount) {
    long before = head();
    Door carry =
        new Door(
            FINANCE,
            "/funds/" + fund + "/close-year",
            "{\"carryOverFen\":%s,\"into\":\"" + fund + "\"}");
    assertThat(carry.with(amount).status()).isEqualTo(400);
    Door worth = new Door(CAB, "/fundings/" + PROJECT + "/settle", "{\"acceptedFen\":%s}");
    // What was not terminated is not settled at all.
    assertThat(worth.with(amount).status()).isEqualTo(amount.equals("-1") ? 409 : 400);
    assertThat(head()).isEqualTo(before);
  }

  @Test
  void no_sum_goes_beyond_what_can_be_counted() {
    String full = opened("CA_GOVERNANCE", "CAB", 2026, "");
    assertThat(contributed(full, MOST_FEN, "R-1").status()).isEqualTo(200);
    assertThat(contributed(full, 1, "R-2").text("/code")).isEqualTo("FUND-001");
    String other = opened("CA_GOVERNANCE", "CAB", 2026, "");
    assertThat(contributed(other, MOST_FEN, "R-1").status()).isEqualTo(200);
    String line =
        """
        {"fund":"%s","amountFen":9223372036854775807,"purpose":"SERVICE_PROJECT",\
        "costCode":"ACTIVITY"}\
        """;
    Answer checked =
        post(
            CAB,
            "/fundings/check",
            """
            {"lines":[%s,%s],"totalFen":-2,"groups":["ELDER"],"division":"511523100"}\
            """
                .formatted(line.formatted(full), line.formatted(other)));
    assertThat(checked.status()).as(checked.body()).isEqualTo(200);
    assertThat(checked.json().findValuesAsString("code"))
        .containsExactly("FUND-003", "FUND-006", "FUND-003", "FUND-006");
    Answer seeds =
        post(
            FINANCE,
            "/funds/" + dept + "/leverage",
            """
            {"ref":"R-1","seeds":[{"fund":"%s","amountFen":9223372036854775807},\
            {"fund":"%s","amountFen":9223372036854775807}]}\
            """
                .formatted(full, other));
    assertThat(seeds.text("/code")).isEqualTo("FUND-014");
    Answer trial = COUNTER.get(AUDITOR, "/api/v1/trial-balance");
    assertThat(trial.status()).as(trial.body()).isEqualTo(200);
  }

  @Test
  void a_payment_is_made_once_and_not_by_one_person() {
    ProjectId project = new ProjectId("P-2026-511523100-0002");
    started(project, fund, 100);
    String both =
        COUNTER.token(
            new Actor(
                "both",
                Set.of(Role.CAB, Role.FINANCE),
                new DivisionCode("511523"),
                null,
                null,
                null));
    assertThat(post(both, tranche(project), "{}").status()).isEqualTo(200);
    assertThat(post(both, tranche(project), "{}").text("/code")).isEqualTo("FUND-032");
    String path = "/api/v1" + tranche(project);
    Answer paid = COUNTER.post(FINANCE, path, "{}", "pay-once");
    assertThat(paid.status()).isEqualTo(200);
    assertThat(COUNTER.post(FINANCE, path, "{}", "pay-once").json()).isEqualTo(paid.json());
    assertThat(post(FINANCE, tranche(project), "{}").text("/code")).isEqualTo("FUND-034");
    eventually(() -> assertThat(said(project, "funding.disbursed.v1")).hasSize(1));
  }

  private static List<Said> said(ProjectId project, String type) {
    return COUNTER.said(Topic.FUNDS).stream()
        .filter(it -> it.key().equals(project.value()))
        .filter(it -> it.type().equals("org.threefold." + type))
        .toList();
  }

  private static List<String> codes(ProjectId project) {
    return said(project, "funding.rejected.v1").stream()
        .flatMap(it -> it.data().findValuesAsString("code").stream())
        .toList();
  }

  @Test
  void a_stale_plan_holds_nothing() {
    ProjectId project = new ProjectId("P-2026-511523100-0003");
    asked(project, 2, fund, 5);
    asked(project, 1, fund, 5);
    asked(project, 3, fund, 5);
    eventually(() -> assertThat(codes(project)).containsExactly("FUND-008", "FUND-008"));
    assertThat(said(project, "funding.reserved.v1")).hasSize(1);
  }

  @Test
  void nothing_moves_in_a_year_that_is_closed() {
    String old = opened("CA_GOVERNANCE", "CAB", 2025, "");
    assertThat(contributed(old, 10, "R-1").status()).isEqualTo(200);
    String path = "/funds/" + old;
    assertThat(post(FINANCE, path + "/close-year", "{\"carryOverFen\":0}").text("/status"))
        .isEqualTo("CLOSED");
    long before = head();
    assertThat(contributed(old, 1, "R-2").text("/code")).isEqualTo("FUND-007");
    assertThat(post(FINANCE, path + "/reverse-contribution", "{\"ref\":\"R-1\"}").text("/code"))
        .isEqualTo("FUND-007");
    String unit = "{\"unit\":\"ST-511523100\",\"amountFen\":1}";
    assertThat(post(FINANCE, path + "/allocations", unit).text("/code")).isEqualTo("FUND-007");
    assertThat(post(FINANCE, path + "/freeze", "{}").text("/code")).isEqualTo("FUND-019");
    assertThat(post(FINANCE, path + "/unfreeze", "{}").text("/code")).isEqualTo("FUND-019");
    assertThat(post(FINANCE, path + "/close-year", "{\"carryOverFen\":0}").text("/code"))
        .isEqualTo("FUND-019");
    assertThat(head()).isEqualTo(before);
    ProjectId project = new ProjectId("P-2026-511523100-0004");
    asked(project, 1, old, 1);
    eventually(() -> assertThat(codes(project)).containsExactly("FUND-006", "FUND-007"));
  }

  @Test
  void running_costs_of_a_year_that_is_over_are_not_set_aside() {
    String next = opened("CA_GOVERNANCE", "CAB", 2027, "");
    String unit = "{\"unit\":\"ST-511523100\",\"amountFen\":1}";
    assertThat(post(FINANCE, "/funds/" + next + "/allocations", unit).status()).isEqualTo(200);
    assertThat(post(FINANCE, "/funds/" + next + "/allocations", unit).text("/code"))
        .isEqualTo("FUND-005");
    String now = opened("CA_GOVERNANCE", "CAB", 2026, "");
    COUNTER.clock().advance(Duration.ofDays(60));
    try {
      assertThat(post(FINANCE, "/funds/" + now + "/allocations", unit).text("/code"))
          .isEqualTo("FUND-007");
    } finally {
      COUNTER.clock().advance(Duration.ofDays(-60));
    }
  }
}

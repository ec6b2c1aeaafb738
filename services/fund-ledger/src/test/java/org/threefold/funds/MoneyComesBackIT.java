package org.threefold.funds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.testkit.Eventually.eventually;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.threefold.access.Role;
import org.threefold.events.ClientGroup;
import org.threefold.events.ContractId;
import org.threefold.events.CostCode;
import org.threefold.events.DeptCode;
import org.threefold.events.DivisionCode;
import org.threefold.events.FundId;
import org.threefold.events.OperatorId;
import org.threefold.events.ProjectEvent.FundingLine;
import org.threefold.events.ProjectEvent.ProjectApproved;
import org.threefold.events.ProjectEvent.ProjectContracted;
import org.threefold.events.ProjectEvent.ProjectFundingRequested;
import org.threefold.events.ProjectEvent.ProjectStarted;
import org.threefold.events.ProjectEvent.ProjectTerminated;
import org.threefold.events.ProjectId;
import org.threefold.events.Purpose;
import org.threefold.events.ReservationId;
import org.threefold.events.TerminationCause;
import org.threefold.events.Topic;
import org.threefold.teststand.Answer;
import org.threefold.teststand.Said;
import org.threefold.teststand.Stand;

/** Money that comes back or stands still, over HTTP and topics, and who may bring that about. */
class MoneyComesBackIT {

  private static final Stand COUNTER =
      Stand.start(FundLedgerApplication.class, "fund-ledger", Map.of());
  private static final String FINANCE = COUNTER.token(Role.FINANCE, "511523");
  private static final String CAB = COUNTER.token(Role.CAB, "511523");
  private static final String HEAD = COUNTER.token(Role.TST_HEAD, "511523100");
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  @AfterAll
  static void stop() {
    COUNTER.close();
  }

  private static Answer post(String token, String path, String body) {
    return COUNTER.post(token, "/api/v1" + path, body);
  }

  private static FundId opened(int year, long fen) {
    Answer opened =
        post(
            FINANCE,
            "/funds",
            """
            {"name":"养老","type":"CA_ELDERLY","owner":"CAB","fiscalYear":%d,"division":"511523"}\
            """
                .formatted(year));
    assertThat(opened.status()).as(opened.body()).isEqualTo(201);
    FundId fund = new FundId(opened.text("/id"));
    if (fen > 0) {
      String money = "{\"amountFen\":%d,\"payer\":\"FISCAL\",\"ref\":\"R-1\"}".formatted(fen);
      assertThat(post(FINANCE, "/funds/" + fund + "/contributions", money).status()).isEqualTo(200);
    }
    return fund;
  }

  private static ProjectId asking(FundId fund, long fen) {
    ProjectId project = new ProjectId("P-2026-511523100-%04d".formatted(NUMBERS.incrementAndGet()));
    COUNTER.heard(
        new ProjectFundingRequested(
            project,
            1,
            List.of(new FundingLine(fund, fen, Purpose.SERVICE_PROJECT, CostCode.ACTIVITY)),
            fen,
            List.of(ClientGroup.ELDER),
            new DivisionCode("511523100")));
    return project;
  }

  private static ProjectId started(FundId fund, long fen) {
    ProjectId project = asking(fund, fen);
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
    return project;
  }

  private static Answer fund(FundId fund) {
    return COUNTER.get(FINANCE, "/api/v1/funds/" + fund);
  }

  private static List<Said> said(String key, String type) {
    return COUNTER.said(Topic.FUNDS).stream()
        .filter(it -> it.key().equals(key) && it.type().equals("org.threefold." + type))
        .toList();
  }

  @Test
  void a_terminated_project_is_settled_by_two_and_what_was_paid_too_much_comes_back() {
    FundId fund = opened(2026, 5_000_000);
    ProjectId project = started(fund, 1_000_000);
    String tranche = "/disbursements/R-" + project + "-1-T1";
    assertThat(post(HEAD, tranche + "/reject", "{\"code\":\"PAYEE_WRONG\"}").status())
        .isEqualTo(200);
    assertThat(post(HEAD, tranche + "/approve", "{}").text("/code")).isEqualTo("FUND-035");
    assertThat(post(HEAD, tranche + "/resubmit", "{}").status()).isEqualTo(200);
    assertThat(post(HEAD, tranche + "/approve", "{}").status()).isEqualTo(200);
    assertThat(post(FINANCE, tranche + "/approve", "{}").status()).isEqualTo(200);

    String funding = "/fundings/" + project;
    String worth = "{\"acceptedFen\":100000}";
    assertThat(post(HEAD, funding + "/settle", worth).text("/code")).isEqualTo("FUND-027");
    COUNTER.heard(new ProjectTerminated(project, List.of(), TerminationCause.UNDERTAKER_DEFAULTS));
    Answer first = post(HEAD, funding + "/settle", worth);
    assertThat(first.text("/agreement/by")).isEqualTo("TST_HEAD");
    assertThat(first.text("/status")).isEqualTo("COMMITTED");
    Answer settled = post(FINANCE, funding + "/settle", worth);
    assertThat(settled.text("/status")).isEqualTo("SETTLED");
    assertThat(settled.json().at("/owedFen").asLong()).isEqualTo(200_000);

    assertThat(post(HEAD, funding + "/refunds", "{\"amountFen\":1,\"ref\":\"T\"}").status())
        .isEqualTo(403);
    Answer refunded = post(FINANCE, funding + "/refunds", "{\"amountFen\":200000,\"ref\":\"T-1\"}");
    assertThat(refunded.json().at("/owedFen").asLong()).isZero();
    assertThat(fund(fund).json().at("/availableFen").asLong()).isEqualTo(4_900_000);
    eventually(() -> assertThat(said(project.value(), "funding.refunded.v1")).hasSize(1));
    assertThat(said(project.value(), "funding.settled.v1")).hasSize(1);
  }

  @Test
  void what_the_bank_takes_back_freezes_a_fund_that_cannot_spare_it() {
    FundId fund = opened(2026, 1_000);
    ProjectId held = asking(fund, 600);
    Answer reversed =
        post(FINANCE, "/funds/" + fund + "/reverse-contribution", "{\"ref\":\"R-1\"}");
    assertThat(reversed.text("/status")).isEqualTo("FROZEN");
    assertThat(reversed.json().at("/availableFen").asLong()).isZero();
    eventually(() -> assertThat(said(held.value(), "funding.released.v1")).hasSize(1));
    assertThat(said(held.value(), "funding.released.v1").getFirst().data().at("/cause").asString())
        .isEqualTo("CONTRIBUTION_REVERSED");

    assertThat(post(FINANCE, "/funds/" + fund + "/unfreeze", "{}").text("/agreement/by"))
        .isEqualTo("FINANCE");
    assertThat(post(HEAD, "/funds/" + fund + "/unfreeze", "{}").status()).isEqualTo(403);
    assertThat(post(CAB, "/funds/" + fund + "/unfreeze", "{}").text("/status")).isEqualTo("OPEN");
    eventually(() -> assertThat(said(fund.value(), "fund.unfrozen.v1")).hasSize(1));
  }

  @Test
  void a_year_is_closed_when_it_is_over_and_what_both_agree_on_goes_on() {
    FundId old = opened(2026, 1_000);
    FundId next = opened(2027, 0);
    String path = "/funds/" + old + "/close-year";
    String carry = "{\"carryOverFen\":400,\"into\":\"" + next + "\"}";
    assertThat(post(FINANCE, path, carry).text("/code")).isEqualTo("FUND-029");
    COUNTER.clock().advance(Duration.ofDays(60));
    try {
      assertThat(post(FINANCE, path, carry).text("/agreement/by")).isEqualTo("FINANCE");
      assertThat(post(CAB, path, carry).text("/status")).isEqualTo("CLOSED");
    } finally {
      COUNTER.clock().advance(Duration.ofDays(-60));
    }
    assertThat(fund(next).json().at("/availableFen").asLong()).isEqualTo(400);
    String more = "{\"amountFen\":1,\"payer\":\"FISCAL\",\"ref\":\"R-2\"}";
    assertThat(post(FINANCE, "/funds/" + old + "/contributions", more).text("/code"))
        .isEqualTo("FUND-007");
  }

  @Test
  void a_plan_can_be_tried_without_asking_for_anything() {
    FundId fund = opened(2026, 100);
    String plan =
        """
        {"lines":[{"fund":"%s","amountFen":%d,"purpose":"SERVICE_PROJECT","costCode":"ACTIVITY"}],
         "totalFen":%d,"groups":["ELDER"],"division":"511523100"}\
        """;
    Answer tooMuch = post(HEAD, "/fundings/check", plan.formatted(fund, 101, 101));
    assertThat(tooMuch.text("/0/code")).isEqualTo("FUND-006");
    assertThat(tooMuch.text("/0/en")).contains("0.01 yuan are missing");
    assertThat(tooMuch.text("/0/zh")).contains("还差 0.01 元");
    assertThat(post(HEAD, "/fundings/check", plan.formatted(fund, 100, 100)).body())
        .isEqualTo("[]");
    assertThat(fund(fund).json().at("/heldFen").asLong()).isZero();
  }

  @Test
  void a_fund_is_bound_by_its_source() {
    String source =
        """
        {"name":"专项","type":"SPECIAL","owner":"CAB","document":"1号","purposes":["ACTIVITY"]}\
        """;
    Answer registered = post(FINANCE, "/sources", source);
    assertThat(registered.status()).isEqualTo(201);
    String fund =
        """
        {"name":"专项","type":"%s","owner":"CAB","fiscalYear":2026,"division":"511523",\
        "source":"%s"}\
        """;
    String id = registered.text("/id");
    assertThat(post(FINANCE, "/funds", fund.formatted("PILOT", id)).text("/code"))
        .isEqualTo("FUND-024");
    assertThat(post(FINANCE, "/funds", fund.formatted("SPECIAL", id)).text("/purposes/0"))
        .isEqualTo("ACTIVITY");
    assertThat(post(HEAD, "/sources", source).status()).isEqualTo(403);
  }
}

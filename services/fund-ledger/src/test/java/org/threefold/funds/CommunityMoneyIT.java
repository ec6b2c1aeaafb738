package org.threefold.funds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.testkit.Eventually.eventually;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.threefold.access.Role;
import org.threefold.events.ClientGroup;
import org.threefold.events.ProgrammeId;
import org.threefold.events.ProgrammeState;
import org.threefold.events.ProjectEvent.LowFeeProgrammeRegistered;
import org.threefold.events.Topic;
import org.threefold.teststand.Answer;
import org.threefold.teststand.Said;
import org.threefold.teststand.Stand;

/** Money that is drawn in, given and given away, over HTTP and topics. */
class CommunityMoneyIT {

  private static final Stand COUNTER =
      Stand.start(FundLedgerApplication.class, "fund-ledger", Map.of("funds.snapshot-every", 5));
  private static final String FINANCE = COUNTER.token(Role.FINANCE, "511523");
  private static final String CAB = COUNTER.token(Role.CAB, "511523");
  private static final String HEAD = COUNTER.token(Role.TST_HEAD, "511523100");
  private static final String OTHER_HEAD = COUNTER.token(Role.TST_HEAD, "511523101");
  private static final Duration TWO_YEARS = Duration.ofDays(730);

  @AfterAll
  static void stop() {
    COUNTER.close();
  }

  private static Answer post(String token, String path, String body) {
    return COUNTER.post(token, "/api/v1" + path, body);
  }

  private static Answer get(String token, String path) {
    return COUNTER.get(token, "/api/v1" + path);
  }

  private static String opened(String type, String owner, String more) {
    Answer opened =
        post(
            FINANCE,
            "/funds",
            """
            {"name":"资金","type":"%s","owner":"%s","fiscalYear":2026,"division":"511523100"%s}\
            """
                .formatted(type, owner, more));
    assertThat(opened.status()).as(opened.body()).isEqualTo(201);
    return opened.text("/id");
  }

  private static List<Said> said(String key, String type) {
    return COUNTER.said(Topic.FUNDS).stream()
        .filter(it -> it.key().equals(key) && it.type().equals("org.threefold." + type))
        .toList();
  }

  @Test
  void what_was_drawn_in_stands_beside_the_pooled_total() {
    String pilot = opened("PILOT", "CAB", "");
    String women = opened("DEPT", "WMF", "");
    String money = "{\"amountFen\":%d,\"payer\":\"DEPARTMENT\",\"ref\":\"R-1\"}";
    post(FINANCE, "/funds/" + pilot + "/contributions", money.formatted(40));
    post(FINANCE, "/funds/" + women + "/contributions", money.formatted(100));
    String seeds = "{\"ref\":\"R-1\",\"seeds\":[{\"fund\":\"%s\",\"amountFen\":%d}]}";
    String path = "/funds/" + women + "/leverage";
    assertThat(post(HEAD, path, seeds.formatted(pilot, 70)).status()).isEqualTo(403);
    assertThat(post(FINANCE, path, seeds.formatted(pilot, 101)).text("/code"))
        .isEqualTo("FUND-014");
    assertThat(post(FINANCE, path, seeds.formatted(pilot, 70)).status()).isEqualTo(200);
    COUNTER.restart();
    Answer leverage = get(CAB, "/leverage?year=2026");
    assertThat(leverage.json().at("/leveragedFen").asLong()).isEqualTo(70);
    assertThat(leverage.json().at("/pooledFen").asLong()).isEqualTo(110);
    assertThat(leverage.text("/labelZh")).contains("撬动");
    assertThat(get(HEAD, "/leverage?year=2026").status()).isEqualTo(403);
    assertThat(get(CAB, "/leverage").status()).isEqualTo(400);
    eventually(() -> assertThat(said(women, "fund.leverage-recorded.v1")).hasSize(1));
  }

  private static final String FOUNDING =
      """
      {"fund":"%s","host":"CH-1",\
      "agreement":{"document":"协议一号","purpose":"困难关爱","endConditions":"宗旨完成",\
      "residualUse":"转入同类微基金","signedOn":"2022-01-27"},\
      "founders":[{"kind":"COMMUNITY","code":"C-1"},{"kind":"ENTERPRISE","code":"E-1"},\
      {"kind":"AGENCY","code":"%s"}],\
      "committee":[{"ref":"M-1","resident":true},{"ref":"M-2","resident":true},\
      {"ref":"M-3","resident":false},{"ref":"M-4","resident":false},\
      {"ref":"M-5","resident":false}]}\
      """;

  private static final String GRANT =
      """
      {"amountFen":%d,"purpose":"HARDSHIP_CARE","votes":[{"member":"M-1","yes":true},\
      {"member":"M-2","yes":true},{"member":"M-3","yes":%s}]}\
      """;

  @Test
  void a_community_founds_fills_and_ends_its_micro_fund() {
    String fund = opened("MICRO", "CAB", "");
    String path = "/micro-funds/" + fund;
    assertThat(get(FINANCE, path).status()).isEqualTo(404);
    assertThat(post(HEAD, "/micro-funds", FOUNDING.formatted(fund, "A-1")).status()).isEqualTo(403);
    assertThat(post(CAB, "/micro-funds", FOUNDING.formatted(fund, "张三")).status()).isEqualTo(400);
    Answer founded = post(CAB, "/micro-funds", FOUNDING.formatted(fund, "A-1"));
    assertThat(founded.status()).as(founded.body()).isEqualTo(201);
    assertThat(founded.text("/state")).isEqualTo("ESTABLISHED");

    String gift = "{\"amountFen\":1000,\"donor\":\"ENTERPRISE\",\"ref\":\"JZ-1\"}";
    assertThat(post(OTHER_HEAD, path + "/donations", gift).status()).isEqualTo(404);
    assertThat(post(CAB, path + "/donations", gift).status()).isEqualTo(403);
    assertThat(post(HEAD, path + "/donations", gift).text("/state")).isEqualTo("ACTIVE");
    assertThat(post(HEAD, path + "/donations", gift).text("/code")).isEqualTo("FUND-015");
    assertThat(post(HEAD, path + "/grants", GRANT.formatted(1001, "true")).text("/code"))
        .isEqualTo("FUND-006");
    Answer granted = post(HEAD, path + "/grants", GRANT.formatted(400, "false"));
    assertThat(granted.json().at("/availableFen").asLong()).isEqualTo(600);

    COUNTER.clock().advance(TWO_YEARS);
    try {
      eventually(() -> {
        assertThat(get(HEAD, path).text("/state")).isEqualTo("DORMANT");
        assertThat(get(HEAD, path).json().at("/statements/1/year").asInt()).isEqualTo(2027);
      });
      assertThat(post(HEAD, path + "/grants", GRANT.formatted(1, "true")).text("/code"))
          .isEqualTo("FUND-044");
      COUNTER.restart();
      assertThat(post(HEAD, path + "/statements", "{\"year\":2027}").text("/code"))
          .isEqualTo("FUND-046");
      for (int year = 2026; year <= 2027; year++) {
        String statement = "{\"year\":%d}".formatted(year);
        assertThat(post(HEAD, path + "/statements", statement).status()).isEqualTo(200);
      }
      assertThat(post(HEAD, path + "/grants", GRANT.formatted(1, "true")).text("/state"))
          .isEqualTo("ACTIVE");
      assertThat(post(HEAD, path + "/end", "{}").status()).isEqualTo(403);
      assertThat(post(CAB, path + "/end", "{}").text("/state")).isEqualTo("ENDED");
    } finally {
      COUNTER.clock().advance(TWO_YEARS.negated());
    }
    assertThat(get(FINANCE, "/funds/" + fund).text("/status")).isEqualTo("CLOSED");
    assertThat(get(OTHER_HEAD, "/micro-funds").body()).doesNotContain(fund);
    assertThat(get(HEAD, "/micro-funds").body()).contains(fund);
    eventually(() -> assertThat(said(fund, "micro-fund.ended.v1")).hasSize(1));
    assertThat(said(fund, "micro-fund.ended.v1").getFirst().data().at("/residueFen").asLong())
        .isEqualTo(599);
    assertThat(said(fund, "micro-fund.fell-dormant.v1")).hasSize(1);
    assertThat(said(fund, "micro-fund.statement-published.v1").getFirst().data().toString())
        .contains("\"inFen\":1000", "\"outFen\":400", "\"balanceFen\":600");
    assertThat(COUNTER.said(Topic.FUNDS).toString()).doesNotContain("M-1");
  }

  @Test
  void a_kitchen_that_runs_collects_fees_and_gives_some_back() {
    String fund = opened("FEE", "CAB", ",\"programme\":\"LF-02\"");
    assertThat(get(FINANCE, "/funds/" + fund).text("/programme")).isEqualTo("LF-02");
    String path = "/funds/" + fund;
    String fee = "{\"amountFen\":%d,\"count\":12,\"date\":\"2026-11-01\",\"ref\":\"SF-1\"}";
    assertThat(post(FINANCE, path + "/fees", fee.formatted(600)).text("/code"))
        .isEqualTo("FUND-053");
    kitchen(ProgrammeState.RUNNING);
    assertThat(post(HEAD, path + "/fees", fee.formatted(600)).status()).isEqualTo(403);
    assertThat(post(FINANCE, path + "/fees", fee.formatted(600)).status()).isEqualTo(200);
    COUNTER.restart();
    assertThat(post(FINANCE, path + "/fees", fee.formatted(600)).text("/code"))
        .isEqualTo("FUND-015");
    assertThat(post(FINANCE, path + "/fees", fee.formatted(601)).text("/code"))
        .isEqualTo("FUND-056");
    kitchen(ProgrammeState.PAUSED);
    String refund = "{\"amountFen\":%d,\"ref\":\"SF-1\"}";
    assertThat(post(FINANCE, path + "/fee-refunds", refund.formatted(601)).text("/code"))
        .isEqualTo("FUND-055");
    Answer left = post(FINANCE, path + "/fee-refunds", refund.formatted(100));
    assertThat(left.json().at("/surplusFen").asLong()).isEqualTo(500);
    assertThat(left.text("/state")).isEqualTo("PAUSED");
    assertThat(get(CAB, path + "/fees").json()).isEqualTo(left.json());
    eventually(() -> assertThat(said(fund, "fee.refunded.v1")).hasSize(1));
    assertThat(said(fund, "fee.collected.v1")).hasSize(1);
    String without = opened("FEE", "CAB", "");
    assertThat(get(CAB, "/funds/" + without + "/fees").text("/code")).isEqualTo("FUND-052");
  }

  private static void kitchen(ProgrammeState state) {
    COUNTER.heard(
        new LowFeeProgrammeRegistered(
            new ProgrammeId("LF-02"), "老年厨房", ClientGroup.ELDER, state, 60L, 50L));
  }
}

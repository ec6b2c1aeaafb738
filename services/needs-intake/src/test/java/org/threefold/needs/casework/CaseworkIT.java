package org.threefold.needs.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.testkit.Eventually.eventually;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.threefold.access.Role;
import org.threefold.events.CaseEvent;
import org.threefold.events.CaseId;
import org.threefold.events.DivisionLevel;
import org.threefold.events.EmployerKind;
import org.threefold.events.NeedId;
import org.threefold.events.StaffCategory;
import org.threefold.events.StationEvent.StaffAssigned;
import org.threefold.events.StationId;
import org.threefold.events.StationType;
import org.threefold.events.Topic;
import org.threefold.messaging.Cause;
import org.threefold.needs.NeedsIntakeApplication;
import org.threefold.needs.OpenUnits;
import org.threefold.needs.need.RoutedOnly;
import org.threefold.teststand.Answer;
import org.threefold.teststand.Said;
import org.threefold.teststand.Stand;

/** Casework over HTTP, from the need to the follow-up; the client is made up. */
class CaseworkIT {

  private static final String NEEDS = "/api/v1/needs";
  private static final String CASES = "/api/v1/cases";
  private static final StationId TOWN = new StationId("ST-511523100");
  private static final String ROUTE =
      """
      {"route":"CASE","worker":"S-12","consentOn":"2026-11-23","consentBy":"CLIENT"}\
      """;

  private static Stand intake;
  private static String town;
  private static String supervisor;

  @BeforeAll
  static void start() {
    intake = Stand.start(NeedsIntakeApplication.class, "needs-intake");
    town = intake.token(Role.TST_WORKER, TOWN);
    supervisor = intake.token(Role.SUPERVISOR, "511523");
    OpenUnits.open(intake, TOWN.value(), StationType.TOWN_STATION, DivisionLevel.TOWN, "ST-511523");
    staff("S-12", StaffCategory.SOCIAL_WORKER, true, "2026-11-01");
    staff("S-13", StaffCategory.SOCIAL_WORKER, true, "2026-12-01");
    staff("S-14", StaffCategory.SOCIAL_WORKER, false, "2026-11-01");
    staff("S-15", StaffCategory.TOWN, true, "2026-11-01");
  }

  private static void staff(String ref, StaffCategory category, boolean fullTime, String from) {
    intake.heard(
        new StaffAssigned(
            TOWN, ref, category, fullTime, EmployerKind.OPERATOR, LocalDate.parse(from)));
  }

  @AfterAll
  static void stop() {
    intake.close();
  }

  // --- what the stories are made of

  private static Answer post(String token, String path, String body) {
    return intake.post(token, path, body);
  }

  private static Answer ok(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
    return answer;
  }

  private static String analysed(String resident) {
    String need =
        ok(post(
                town,
                NEEDS,
                """
                {"unit":"ST-511523100","channel":"HOME_VISIT","ageBand":"FROM_60",\
                "groups":["ELDER_LIVING_ALONE"],"text":"老人独居,想有人定期上门看看","collectedOn":"2026-11-23"%s}\
                """
                    .formatted(resident)))
            .text("/need");
    ok(post(town, NEEDS + "/" + need + "/sort", "{\"category\":\"COMPANIONSHIP\"}"));
    ok(
        post(
            town,
            NEEDS + "/" + need + "/analyse",
            """
            {"urgency":3,"persons":1,"feasibility":4,"evidence":"入户走访"}\
            """));
    return need;
  }

  private static String opened() {
    String need = analysed("");
    return ok(post(town, NEEDS + "/" + need + "/route", ROUTE)).text("/caseId");
  }

  private static Answer act(String caseId, String what, String body) {
    return post(town, CASES + "/" + caseId + "/" + what, body);
  }

  private static Answer assess(String caseId) {
    return act(
        caseId,
        "assess",
        """
        {"interviews":[{"on":"2026-11-23","text":"标记谈话"}],"problem":"标记无人照料",\
        "strengths":"邻里和睦","risk":"MEDIUM"}\
        """);
  }

  private static Answer plan(String caseId) {
    return act(
        caseId,
        "plan",
        """
        {"goals":[{"text":"标记每周探访","measure":"每周一次","by":"2027-05-31"}],\
        "from":"2026-11-23","until":"2027-05-31","signed":true}\
        """);
  }

  private static Answer intervene(String caseId) {
    return act(
        caseId,
        "intervene",
        """
        {"on":"2026-11-23","method":"HOME_VISIT","minutes":60,"text":"标记上门"}\
        """);
  }

  private static String evaluated() {
    String caseId = opened();
    ok(assess(caseId));
    ok(plan(caseId));
    ok(intervene(caseId));
    ok(act(caseId, "evaluate", "{\"scores\":[5],\"clientScore\":5,\"text\":\"标记满意\"}"));
    return caseId;
  }

  private static String askedToClose() {
    String caseId = evaluated();
    ok(act(caseId, "close", "{\"reason\":\"GOALS_MET\",\"note\":\"标记结案\"}"));
    return caseId;
  }

  private static Answer countersign(String caseId) {
    return post(supervisor, CASES + "/" + caseId + "/countersign", "{}");
  }

  private static String needOf(String caseId) {
    return "N" + caseId.substring(1, caseId.lastIndexOf('-'));
  }

  private static String statusOf(String need) {
    return intake.get(town, NEEDS + "/" + need).text("/status");
  }

  private static List<Said> saidOf(String caseId) {
    return intake.said(Topic.NEEDS).stream().filter(it -> it.key().equals(caseId)).toList();
  }

  private static String stored() {
    MongoClient client = intake.bean(MongoClient.class);
    MongoDatabase database = client.getDatabase(intake.bean(MongoDatabase.class).getName());
    var all = new StringBuilder();
    for (String name : database.listCollectionNames()) {
      for (Document found : database.getCollection(name).find()) {
        all.append(found.toJson()).append('\n');
      }
    }
    return all.toString();
  }

  // --- the stories

  @Test
  void a_need_is_met_by_a_case_through_all_its_stages() {
    String caseId = opened();
    String need = needOf(caseId);
    assertThat(caseId).isEqualTo("C" + need.substring(1) + "-1");
    assertThat(statusOf(need)).isEqualTo("IN_SERVICE");
    assertThat(assess(caseId).text("/stage")).isEqualTo("ASSESSED");
    assertThat(plan(caseId).text("/stage")).isEqualTo("PLANNED");
    assertThat(intervene(caseId).text("/stage")).isEqualTo("INTERVENING");
    ok(
        act(
            caseId,
            "revise-plan",
            """
            {"goals":[{"text":"每周探访两次","measure":"每周两次","by":"2027-05-31"}],\
            "from":"2026-11-23","until":"2027-05-31","signed":true,"reason":"出院"}\
            """));
    ok(intervene(caseId));
    ok(act(caseId, "evaluate", "{\"scores\":[5],\"clientScore\":5,\"text\":\"满意\"}"));
    ok(act(caseId, "close", "{\"reason\":\"GOALS_MET\",\"note\":\"达成\"}"));
    Answer closed = ok(countersign(caseId));
    assertThat(closed.text("/stage")).isEqualTo("CLOSED");
    assertThat(closed.text("/file/end/outcome")).isEqualTo("COMPLETED");
    assertThat(statusOf(need)).isEqualTo("SERVED");
    ok(
        act(
            caseId,
            "follow-up",
            """
            {"months":1,"on":"2026-11-23","lasts":true,"text":"稳定"}\
            """));
    ok(
        post(
            town,
            NEEDS + "/" + need + "/give-feedback",
            """
            {"channel":"HOME_VISIT","on":"2026-11-23","text":"个案已结"}\
            """));
    assertThat(ok(post(town, NEEDS + "/" + need + "/confirm", "{}")).text("/status"))
        .isEqualTo("CLOSED");
    List<Said> said = saidOf(caseId);
    assertThat(said)
        .extracting(it -> it.event().getClass().getSimpleName())
        .containsExactly(
            "CaseOpened",
            "CaseAssessed",
            "CasePlanAgreed",
            "CaseInterventionRecorded",
            "CasePlanAgreed",
            "CaseInterventionRecorded",
            "CaseEvaluated",
            "CaseClosed",
            "CaseFollowedUp");
    assertThat(said).allSatisfy(it -> assertThat(it.attributes().flow()).isEqualTo(need));
    assertThat(said)
        .allSatisfy(it -> assertThat(((CaseEvent) it.event()).need()).hasToString(need));
    assertThat(said.toString()).doesNotContain("标记");
  }

  @Test
  void only_a_full_time_social_worker_of_the_station_leads_a_case() {
    String need = analysed("");
    String path = NEEDS + "/" + need + "/route";
    for (String other : List.of("S-13", "S-14", "S-15", "S-99")) {
      Answer refused = post(town, path, ROUTE.replace("S-12", other));
      assertThat(refused.text("/code")).as(other).isEqualTo("NEED-020");
      assertThat(refused.status()).isEqualTo(403);
    }
    String deputy = intake.token(Role.TST_DEPUTY_TOWN, TOWN);
    assertThat(post(deputy, path, ROUTE).text("/code")).isEqualTo("NEED-020");
    assertThat(post(town, path, "{\"route\":\"CASE\",\"worker\":\"S-12\"}").text("/code"))
        .isEqualTo("NEED-022");
    assertThat(statusOf(need)).isEqualTo("ANALYSED");
    ok(post(town, path, ROUTE));
  }

  @Test
  void stages_come_in_their_order() {
    String caseId = opened();
    assertThat(plan(caseId).text("/code")).isEqualTo("NEED-021");
    assertThat(intervene(caseId).text("/code")).isEqualTo("NEED-021");
    assertThat(countersign(caseId).text("/code")).isEqualTo("NEED-021");
    ok(assess(caseId));
    Answer again = assess(caseId);
    assertThat(again.text("/code")).isEqualTo("NEED-021");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text("/detail")).contains("ASSESSED").contains("OPENED");
  }

  @Test
  void what_is_written_is_for_the_station_and_its_supervisor() {
    String caseId = opened();
    ok(assess(caseId));
    String path = CASES + "/" + caseId;
    assertThat(intake.get(town, path).body()).contains("标记无人照料");
    assertThat(intake.get(supervisor, path).body()).contains("标记无人照料");
    for (Role role : List.of(Role.TST_HEAD, Role.TST_DEPUTY_TOWN)) {
      Answer seen = intake.get(intake.token(role, TOWN), path);
      assertThat(seen.text("/stage")).isEqualTo("ASSESSED");
      assertThat(seen.json().has("file")).isFalse();
    }
    assertThat(intake.get(intake.token(Role.AUDITOR, "511523"), path).json().has("file")).isFalse();
    String foreign = intake.token(Role.TST_WORKER, new StationId("ST-511523101"));
    assertThat(intake.get(foreign, path).status()).isEqualTo(404);
    assertThat(intake.get(intake.token(Role.FINANCE, "511523"), path).status()).isEqualTo(403);
  }

  @Test
  void only_the_station_works_on_its_case_and_only_a_supervisor_countersigns() {
    String caseId = askedToClose();
    String path = CASES + "/" + caseId;
    String county = intake.token(Role.TST_WORKER, new StationId("ST-511523"));
    Answer refused = post(county, path + "/close", "{\"reason\":\"MOVED\",\"note\":\"x\"}");
    assertThat(refused.text("/code")).isEqualTo("NEED-020");
    assertThat(post(town, path + "/countersign", "{}").status()).isEqualTo(403);
    String elsewhere = intake.token(Role.SUPERVISOR, "511523101");
    assertThat(post(elsewhere, path + "/countersign", "{}").status()).isEqualTo(404);
    ok(countersign(caseId));
  }

  @Test
  void a_referral_serves_the_need_and_too_little_means_does_not() {
    String referred = opened();
    String refer =
        """
        {"receiver":"HEALTH","to":"县医院","consent":true,"summary":"需要康复"}\
        """;
    assertThat(act(referred, "refer", refer.replace("true", "false")).text("/code"))
        .isEqualTo("NEED-052");
    assertThat(ok(act(referred, "refer", refer)).text("/file/end/reason")).isEqualTo("REFERRED");
    assertThat(statusOf(needOf(referred))).isEqualTo("SERVED");

    String beyond = opened();
    ok(act(beyond, "stop-early", "{\"reason\":\"AGENCY_LIMIT\",\"note\":\"人手不足\"}"));
    String need = needOf(beyond);
    assertThat(statusOf(need)).isEqualTo("ANALYSED");
    String second = ok(post(town, NEEDS + "/" + need + "/route", ROUTE)).text("/caseId");
    assertThat(second).isEqualTo("C" + need.substring(1) + "-2");
    assertThat(intake.get(town, CASES + "/" + second).text("/stage")).isEqualTo("OPENED");
  }

  @Test
  void cases_are_listed_without_what_is_written() {
    String one = opened();
    String other = opened();
    ok(assess(other));
    Answer assessed = intake.get(town, CASES + "?stage=ASSESSED&unit=ST-511523100&limit=200");
    assertThat(assessed.body()).contains(other).doesNotContain(one).doesNotContain("标记");
    assertThat(intake.get(town, CASES + "?worker=S-12&limit=200").body()).contains(one, other);
    assertThat(intake.get(town, CASES + "?worker=S-13").json().size()).isZero();
    Answer page = intake.get(town, CASES + "?limit=1");
    assertThat(page.json().size()).isEqualTo(1);
    assertThat(intake.get(town, CASES + "?limit=1&after=" + page.text("/0/caseId")).body())
        .doesNotContain(page.text("/0/caseId"));
    String foreign = intake.token(Role.TST_WORKER, new StationId("ST-511523101"));
    assertThat(intake.get(foreign, CASES).json().size()).isZero();
    assertThat(intake.get(foreign, CASES + "?unit=ST-511523100").json().size()).isZero();
  }

  @Test
  void of_routes_at_once_one_is_taken_and_one_case_opened() {
    String need = analysed("");
    List<CompletableFuture<Answer>> all =
        IntStream.range(0, 6)
            .mapToObj(i ->
                CompletableFuture.supplyAsync(() ->
                    post(
                        town,
                        NEEDS + "/" + need + "/route",
                        i % 2 == 0 ? ROUTE : "{\"route\":\"PROJECT\"}")))
            .toList();
    assertThat(all.stream().map(CompletableFuture::join).filter(it -> it.status() == 200))
        .hasSize(1);
    boolean asCase = statusOf(need).equals("IN_SERVICE");
    String caseId = "C" + need.substring(1) + "-1";
    assertThat(intake.get(town, CASES + "/" + caseId).status()).isEqualTo(asCase ? 200 : 404);
  }

  @Test
  void a_repeated_request_is_the_same_case_and_an_old_version_is_refused() {
    String need = analysed("");
    String key = UUID.randomUUID().toString();
    Answer first = ok(intake.post(town, NEEDS + "/" + need + "/route", ROUTE, key));
    Answer again = ok(intake.post(town, NEEDS + "/" + need + "/route", ROUTE, key));
    assertThat(again.text("/caseId")).isEqualTo(first.text("/caseId"));
    String caseId = first.text("/caseId");
    eventually(() -> assertThat(saidOf(caseId)).hasSize(1));
    ok(assess(caseId));
    Answer stale =
        intake.send(
            intake
                .request(town, CASES + "/" + caseId + "/stop-early")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"1\"")
                .POST(BodyPublishers.ofString("{\"reason\":\"MOVED\",\"note\":\"搬走\"}")));
    assertThat(stale.text("/code")).isEqualTo("API-006");
  }

  @Test
  void of_countersigns_at_once_one_closes_the_case() {
    String caseId = askedToClose();
    List<CompletableFuture<Answer>> all =
        IntStream.range(0, 4)
            .mapToObj(_ -> CompletableFuture.supplyAsync(() -> countersign(caseId)))
            .toList();
    assertThat(all.stream().map(CompletableFuture::join).filter(it -> it.status() == 200))
        .hasSize(1);
    eventually(() ->
        assertThat(saidOf(caseId))
            .filteredOn(it -> it.event() instanceof CaseEvent.CaseClosed)
            .hasSize(1));
    assertThat(statusOf(needOf(caseId))).isEqualTo("SERVED");
  }

  @Test
  void a_case_is_opened_although_the_process_died_before_it() {
    String need = analysed("");
    RoutedOnly.leave(intake, new NeedId(need), TOWN, "S-12");
    String caseId = "C" + need.substring(1) + "-1";
    assertThat(intake.get(town, CASES + "/" + caseId).status()).isEqualTo(404);
    intake.clock().advance(Duration.ofSeconds(6));
    eventually(() ->
        assertThat(intake.get(town, CASES + "/" + caseId).text("/stage")).isEqualTo("OPENED"));
  }

  @Test
  void a_need_is_told_although_the_process_died_before_it() {
    String caseId = askedToClose();
    var cause =
        new Cause.Asked(
            "dead:" + caseId, "h", null, "SUPERVISOR@511523", intake.clock().instant(), null);
    intake
        .bean(Cases.class)
        .decide(new CaseId(caseId), new CaseCommand.Countersign("other"), "other", cause);
    assertThat(statusOf(needOf(caseId))).isEqualTo("IN_SERVICE");
    intake.clock().advance(Duration.ofSeconds(6));
    eventually(() -> assertThat(statusOf(needOf(caseId))).isEqualTo("SERVED"));
  }

  @Test
  void a_late_follow_up_is_told() {
    String caseId = askedToClose();
    ok(countersign(caseId));
    intake.clock().advance(Duration.ofDays(32));
    eventually(() ->
        assertThat(saidOf(caseId))
            .filteredOn(it -> it.event() instanceof CaseEvent.CaseFollowUpOverdue)
            .hasSize(1));
    intake.clock().advance(Duration.ofDays(-32));
  }

  @Test
  void what_is_written_of_a_resident_ends_with_the_resident() {
    String ref =
        ok(post(
                town,
                "/api/v1/residents",
                """
                {"unit":"ST-511523100","name":"张标记","ageBand":"FROM_60"}\
                """))
            .text("/resident");
    String need = analysed(",\"residentRef\":\"" + ref + "\"");
    String caseId = ok(post(town, NEEDS + "/" + need + "/route", ROUTE)).text("/caseId");
    String secret = "密语" + UUID.randomUUID();
    ok(
        act(
            caseId,
            "assess",
            """
            {"interviews":[{"on":"2026-11-23","text":"%s"}],"problem":"%s",\
            "strengths":"%s","risk":"HIGH"}\
            """
                .formatted(secret, secret, secret)));
    assertThat(stored()).contains(caseId).doesNotContain(secret);
    assertThat(intake.get(town, CASES + "/" + caseId).body()).contains(secret);
    String head = intake.token(Role.TST_HEAD, TOWN);
    ok(post(head, "/api/v1/residents/" + ref + "/erase", "{\"reason\":\"RESIDENT_ASKED\"}"));
    Answer after = intake.get(town, CASES + "/" + caseId);
    assertThat(after.status()).isEqualTo(200);
    assertThat(after.body()).doesNotContain(secret);
    ok(
        act(
            caseId,
            "stop-early",
            "{\"reason\":\"CLIENT_ENDED\",\"note\":\"%s\"}".formatted(secret)));
    assertThat(stored()).doesNotContain(secret);
    assertThat(intake.get(town, CASES + "/" + caseId).body()).doesNotContain(secret);
  }
}

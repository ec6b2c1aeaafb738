package org.threefold.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.testkit.Eventually.eventually;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.threefold.access.Actor;
import org.threefold.access.Role;
import org.threefold.events.ArchiveDocument;
import org.threefold.events.ClientGroup;
import org.threefold.events.ContractId;
import org.threefold.events.DeptCode;
import org.threefold.events.DivisionCode;
import org.threefold.events.EvaluationEvent.EvaluationFinalised;
import org.threefold.events.EvaluationEvent.EvaluationPlanned;
import org.threefold.events.EvaluationEvent.SanctionImposed;
import org.threefold.events.EvaluationId;
import org.threefold.events.EvaluationKind;
import org.threefold.events.FeedbackChannel;
import org.threefold.events.FundEvent.FundAmount;
import org.threefold.events.FundEvent.FundsCommitted;
import org.threefold.events.FundEvent.FundsReservationRejected;
import org.threefold.events.FundEvent.FundsReserved;
import org.threefold.events.FundEvent.FundsSettled;
import org.threefold.events.FundEvent.LineFailure;
import org.threefold.events.FundId;
import org.threefold.events.Grade;
import org.threefold.events.NeedCategory;
import org.threefold.events.NeedEvent.NeedClosed;
import org.threefold.events.NeedEvent.NeedFeedbackGiven;
import org.threefold.events.NeedEvent.NeedPlanned;
import org.threefold.events.NeedEvent.NeedRouted;
import org.threefold.events.NeedEvent.NeedUnplanned;
import org.threefold.events.NeedId;
import org.threefold.events.OperatorId;
import org.threefold.events.OperatorOrigin;
import org.threefold.events.PriorityBand;
import org.threefold.events.ProjectId;
import org.threefold.events.PurchaseMethod;
import org.threefold.events.ReservationId;
import org.threefold.events.Route;
import org.threefold.events.StationEvent.ArchiveCompletenessChanged;
import org.threefold.events.StationEvent.OperatingContractSigned;
import org.threefold.events.StationEvent.OperatorRegistered;
import org.threefold.events.StationEvent.StationActivated;
import org.threefold.events.StationId;
import org.threefold.events.Topic;
import org.threefold.events.UnplanCause;
import org.threefold.teststand.Answer;
import org.threefold.teststand.Said;
import org.threefold.teststand.Stand;
import tools.jackson.databind.JsonNode;

/** Project management's part of the story (domain §5.1), and what it refuses on the way. */
class ProjectManagementIT {

  private static final String PROJECTS = "/api/v1/projects";
  private static final StationId TOWN = new StationId("ST-511523100");
  private static final OperatorId OPERATOR = new OperatorId("OP-INTRO-1");
  private static final OperatorId UNDERTAKER = new OperatorId("OP-LOCAL-1");
  private static final OperatorId BARRED = new OperatorId("OP-BARRED-1");
  private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
  private static final LocalDate FAR_AWAY = LocalDate.of(2028, 12, 31);

  private static Stand management;
  private static String room;
  private static String worker;
  private static String deputy;
  private static String head;
  private static String cab;
  private static String finance;
  private static String purchaser;
  private static String stranger;
  private static String undertaker;

  @BeforeAll
  static void start() {
    management = Stand.start(ProjectManagementApplication.class, "project-management");
    room = management.token(Role.RM_WORKER, new StationId("RM-511523100001"));
    worker = management.token(Role.TST_WORKER, TOWN);
    deputy = management.token(Role.TST_DEPUTY_OPERATOR, TOWN);
    head = management.token(Role.TST_HEAD, TOWN);
    cab = token(Role.CAB, "511523", "CAB", null);
    finance = token(Role.FINANCE, "511523", "FIN", null);
    purchaser = token(Role.PURCHASER, "511523", "CAB", null);
    stranger = token(Role.PURCHASER, "511523", "WMF", null);
    undertaker = token(Role.UNDERTAKER, "511523100", null, UNDERTAKER.value());
    management.heard(new StationActivated(TOWN, LONG_AGO, false));
    management.heard(new StationActivated(new StationId("RM-511523100001"), LONG_AGO, false));
    for (OperatorId operator : List.of(OPERATOR, UNDERTAKER, BARRED)) {
      management.heard(
          new OperatorRegistered(
              operator, "某社工机构", OperatorOrigin.LOCAL, new DivisionCode("511523")));
    }
    management.heard(
        new OperatingContractSigned(
            new ContractId("OC-1"),
            OPERATOR,
            List.of(TOWN),
            LONG_AGO,
            FAR_AWAY,
            PurchaseMethod.OPEN_TENDER,
            1));
    management.heard(
        new SanctionImposed(
            new EvaluationId("EV-0"),
            new ProjectId("P-2025-511523100-0001"),
            BARRED,
            LONG_AGO,
            FAR_AWAY));
    listed();
    assertThat(initiate(worker, TOWN.value()).status()).isEqualTo(201);
    assertThat(initiate(room, "RM-511523100001").status()).isEqualTo(201);
  }

  private static String token(
      Role role, String area, @Nullable String dept, @Nullable String agency) {
    return management.token(
        new Actor(
            role + "@" + area + dept + agency,
            Set.of(role),
            new DivisionCode(area),
            null,
            dept == null ? null : new DeptCode(dept),
            agency));
  }

  @AfterAll
  static void stop() {
    management.close();
  }

  private static void listed() {
    made(post(cab, "/api/v1/guides", "{\"guide\":\"v1\",\"effectiveFrom\":\"2026-01-01\"}"));
    made(
        post(
            cab,
            "/api/v1/purchasers",
            """
            {"dept":"CAB","name":"县民政局","establishment":"STATE_ORGAN",
             "sourceSystem":"dept-cab"}\
            """));
    made(post(purchaser, "/api/v1/items", item("SI-03")));
    Answer half = post(cab, "/api/v1/items/SI-03/approve", "");
    assertThat(half.json().at("/listed").asBoolean()).isFalse();
    Answer whole = post(finance, "/api/v1/items/SI-03/approve", "");
    assertThat(whole.json().at("/listed").asBoolean()).isTrue();
    made(
        post(
            cab,
            "/api/v1/programmes",
            "{\"programme\":\"LF-02\",\"name\":\"老年厨房\",\"group\":\"ELDER\",\"state\":\"RUNNING\"}"));
  }

  @Test
  void a_project_goes_from_waiting_needs_to_a_closed_file() {
    List<NeedId> needs = List.of(routed(1), routed(2), routed(3));
    Answer begun = initiate(worker, TOWN.value());
    String id = begun.text("/project");
    assertThat(id).startsWith("P-2026-511523100-");
    assertThat(begun.headers().allValues("Location")).containsExactly(PROJECTS + "/" + id);
    done(bundle(deputy, id, needs), "INITIATED");
    needs.forEach(it -> management.heard(new NeedPlanned(it, new ProjectId(id))));
    done(command(worker, id, "design", design()), "DESIGNED");

    refused(command(worker, id, "request-funding", plan()), 403, "PROJ-020");
    done(command(deputy, id, "request-funding", plan()), "FUNDING");
    management.heard(
        new FundsReservationRejected(
            new ProjectId(id),
            1,
            List.of(new LineFailure(new FundId("F-ELDER"), "FUND-006", 1_800_000, 5))));
    reaches(id, "DESIGNED");
    assertThat(get(deputy, id).text("/funding/failures/0")).isEqualTo("FUND-006");
    done(command(deputy, id, "request-funding", plan()), "FUNDING");
    FundsReserved reserved = reserve(id, 2);
    reaches(id, "FUNDED");
    management.heardAgain(reserved);

    done(command(head, id, "submit-for-review", "{\"reviewOn\":\"2026-11-23\"}"), "UNDER_REVIEW");
    refused(command(cab, id, "approve", panel("CAB", "PUB")), 409, "PROJ-024");
    refused(command(cab, id, "approve", panel("CAB", "PUB", OPERATOR.value())), 409, "PROJ-021");
    Answer approved = command(cab, id, "approve", panel("CAB", "PUB", "FIN"));
    done(approved, "APPROVED");
    assertThat(approved.json().at("/review/meanScore").asDouble()).isEqualTo(82.0);

    refused(select(purchaser, id, BARRED), 409, "PROJ-035");
    refused(select(purchaser, id, new OperatorId("OP-NOBODY")), 409, "PROJ-034");
    assertThat(select(stranger, id, UNDERTAKER).status()).isEqualTo(404);
    done(select(purchaser, id, UNDERTAKER), "APPROVED");
    refused(command(purchaser, id, "sign-contract", contract()), 409, "PROJ-027");
    management.heard(
        new FundsCommitted(new ProjectId(id), reserved.reservation(), reserved.totalFen()));
    done(command(purchaser, id, "sign-contract", contract()), "CONTRACTED");
    management.heard(
        new EvaluationPlanned(
            new EvaluationId("EV-1"), new ProjectId(id), EvaluationKind.FINAL, FAR_AWAY));

    String other = token(Role.UNDERTAKER, "511523100", null, "OP-OTHER");
    assertThat(command(other, id, "start", "{\"team\":4,\"certified\":2}").status()).isEqualTo(404);
    refused(command(undertaker, id, "start", "{\"team\":4,\"certified\":0}"), 409, "PROJ-023");
    done(command(undertaker, id, "start", "{\"team\":4,\"certified\":2}"), "IN_PROGRESS");
    refused(command(undertaker, id, "record-session", session(40, 30)), 409, "PROJ-040");
    done(command(undertaker, id, "record-session", session(40, 45)), "IN_PROGRESS");
    Answer second = command(worker, id, "record-session", session(30, 30));
    assertThat(second.json().at("/work/personTimes").asInt()).isEqualTo(75);
    for (String milestone : List.of("M1", "M2", "M3")) {
      done(
          command(
              undertaker,
              id,
              "reach-milestone",
              "{\"milestone\":\"" + milestone + "\",\"evidenceCount\":2}"),
          "IN_PROGRESS");
    }
    done(
        command(undertaker, id, "claim-completion", "{\"beneficiaries\":138}"), "UNDER_ACCEPTANCE");
    String little = "{\"outputs\":[{\"indicator\":\"homes\",\"achieved\":3}]}";
    refused(command(purchaser, id, "pass-acceptance", little), 409, "PROJ-046");
    String enough = "{\"outputs\":[{\"indicator\":\"homes\",\"achieved\":18}]}";
    done(command(purchaser, id, "pass-acceptance", enough), "ACCEPTED");

    EvaluationFinalised mid = finalised(id, "EV-MID", "61.00", Grade.PASS);
    management.heard(mid);
    EvaluationFinalised last = finalised(id, "EV-1", "83.65", Grade.GOOD);
    management.heard(last);
    reaches(id, "EVALUATED");
    management.heardAgain(last);
    assertThat(get(head, id).json().at("/outcome/score").asDouble()).isEqualTo(83.65);

    refused(command(head, id, "close", ""), 409, "PROJ-051");
    for (NeedId need : needs.subList(0, 2)) {
      management.heard(new NeedClosed(need, true, null, new ProjectId(id)));
    }
    management.heard(
        new NeedFeedbackGiven(needs.get(2), FeedbackChannel.HOME_VISIT, new ProjectId(id)));
    management.clock().advance(Duration.ofDays(7));
    refused(command(head, id, "close", ""), 409, "PROJ-052");
    archive(id, 95);
    archive(id, 100);
    refused(command(head, id, "close", ""), 409, "PROJ-053");
    management.heard(new FundsSettled(new ProjectId(id), reserved.reservation(), 3_000_000, 0, 0));
    done(command(head, id, "close", ""), "CLOSED");

    eventually(() ->
        assertThat(typesOf(id))
            .containsExactly(
                "project.initiated",
                "project.needs-bundled",
                "project.designed",
                "project.funding-requested",
                "project.funding-failed",
                "project.funding-requested",
                "project.funded",
                "project.submitted-for-review",
                "project.approved",
                "project.undertaker-selected",
                "project.contracted",
                "project.started",
                "project.session-held",
                "project.session-held",
                "project.milestone-reached",
                "project.milestone-reached",
                "project.milestone-reached",
                "project.completion-claimed",
                "project.acceptance-passed",
                "project.evaluated",
                "project.closed"));
    assertThat(management.said(Topic.PROJECTS).stream().map(it -> it.data().toString()))
        .noneMatch(it -> it.contains("午餐"));
  }

  @Test
  void of_two_projects_that_want_a_need_one_gets_it_and_a_cancelled_one_gives_it_back() {
    List<NeedId> needs = List.of(routed(11), routed(12));
    List<String> ids =
        IntStream.range(0, 4)
            .mapToObj(_ -> initiate(worker, TOWN.value()).text("/project"))
            .toList();
    List<Answer> answers =
        ids.stream()
            .map(id -> CompletableFuture.supplyAsync(() -> bundle(deputy, id, needs)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(200, 409, 409, 409);
    String winner =
        ids.stream()
            .filter(id -> get(worker, id).json().at("/needs").size() == 2)
            .findFirst()
            .orElseThrow();
    String loser = ids.stream().filter(id -> !id.equals(winner)).findFirst().orElseThrow();
    refused(bundle(deputy, loser, needs), 409, "PROJ-004");

    needs.forEach(it -> management.heard(new NeedPlanned(it, new ProjectId(winner))));
    done(command(head, winner, "cancel", "{\"reason\":\"另有安排\"}"), "CANCELLED");
    needs.forEach(it ->
        management.heard(
            new NeedUnplanned(it, new ProjectId(winner), UnplanCause.PROJECT_CANCELLED)));
    done(bundle(deputy, loser, needs), "INITIATED");
  }

  @Test
  void a_repeated_request_makes_the_same_project_once() {
    String key = UUID.randomUUID().toString();
    String body = project(TOWN.value());
    Answer first = management.post(worker, PROJECTS, body, key);
    Answer again = management.post(worker, PROJECTS, body, key);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.text("/project")).isEqualTo(first.text("/project"));
  }

  @Test
  void everybody_sees_their_own() {
    String towns = initiate(worker, TOWN.value()).text("/project");
    String rooms = initiate(room, "RM-511523100001").text("/project");
    assertThat(get(room, rooms).status()).isEqualTo(200);
    assertThat(get(room, towns).status()).isEqualTo(404);
    assertThat(get(worker, rooms).status()).isEqualTo(200);
    assertThat(get(purchaser, towns).status()).isEqualTo(200);
    assertThat(get(stranger, towns).status()).isEqualTo(404);
    assertThat(get(undertaker, towns).status()).isEqualTo(404);
    assertThat(listOf(worker, "?limit=200&status=INITIATED")).contains(towns, rooms);
    assertThat(listOf(worker, "?limit=200&owner=" + TOWN)).contains(towns).doesNotContain(rooms);
    assertThat(listOf(stranger, "")).isEmpty();
    assertThat(listOf(undertaker, "")).doesNotContain(towns);
    String elsewhere = management.token(Role.TST_WORKER, new StationId("ST-511523101"));
    assertThat(listOf(elsewhere, "")).isEmpty();
    assertThat(initiate(elsewhere, TOWN.value()).status()).isEqualTo(404);
  }

  @Test
  void the_work_list_shows_needs_of_the_area() {
    NeedId need = routed(21);
    assertThat(waiting(worker)).contains(need.value());
    assertThat(waiting(cab)).contains(need.value());
    assertThat(waiting(room)).doesNotContain(need.value());
    String id = initiate(worker, TOWN.value()).text("/project");
    assertThat(bundle(deputy, id, List.of(need(999))).status()).isEqualTo(404);
  }

  @Test
  void what_cannot_be_listed_is_refused() {
    refused(
        post(
            cab,
            "/api/v1/purchasers",
            """
            {"dept":"INST","name":"某群团","establishment":"MASS_ORG_INST","sourceSystem":"x-y"}\
            """),
        409,
        "PROJ-012");
    refused(
        post(purchaser, "/api/v1/items", item("SI-98").replace("}", ",\"negative\":\"NL3\"}")),
        409,
        "PROJ-013");
    made(post(purchaser, "/api/v1/items", item("SI-99")));
    post(cab, "/api/v1/items/SI-99/approve", "");
    refused(
        post(worker, PROJECTS, project(TOWN.value()).replace("SI-03", "SI-99")), 409, "PROJ-011");
    refused(
        post(worker, PROJECTS, project(TOWN.value()).replace("\"v1\"", "\"v9\"")), 409, "PROJ-010");
    refused(
        post(worker, PROJECTS, project(TOWN.value()).replace("\"field\":\"ELDERLY_CARE\",", "")),
        409,
        "PROJ-002");
    assertThat(post(stranger, "/api/v1/items", item("SI-97")).status()).isEqualTo(404);
  }

  @Test
  void a_tariff_above_the_cost_of_a_use_is_refused() {
    String tea =
        """
        {"programme":"LF-04","name":"公益茶吧","group":"RESIDENT_GENERAL","state":"DESIGNED",\
        "unitCostFen":300,"tariffFen":%s}\
        """;
    refused(post(cab, "/api/v1/programmes", tea.formatted(301)), 409, "PROJ-030");
    assertThat(post(cab, "/api/v1/programmes", tea.formatted(-1)).status()).isEqualTo(400);
    assertThat(post(cab, "/api/v1/programmes", tea.formatted("2.5")).status()).isEqualTo(400);
    made(post(cab, "/api/v1/programmes", tea.formatted(300)));
  }

  private static NeedId need(int number) {
    return new NeedId(String.format("N-511523100001-20261101-%04d", number));
  }

  private static NeedId routed(int number) {
    NeedId need = need(number);
    management.heard(
        new NeedRouted(
            need,
            Route.PROJECT,
            TOWN,
            NeedCategory.MEAL_CARE,
            List.of(ClientGroup.ELDER),
            60,
            25,
            PriorityBand.B));
    assertThat(waiting(worker)).contains(need.value());
    return need;
  }

  private static List<String> waiting(String token) {
    return Stream.of(management.get(token, "/api/v1/waiting-needs?limit=200").json())
        .flatMap(JsonNode::valueStream)
        .map(it -> it.at("/need").asString())
        .toList();
  }

  private static List<String> listOf(String token, String query) {
    return Stream.of(management.get(token, PROJECTS + query).json())
        .flatMap(JsonNode::valueStream)
        .map(it -> it.at("/project").asString())
        .toList();
  }

  private static FundsReserved reserve(String id, int planVersion) {
    var reserved =
        new FundsReserved(
            new ProjectId(id),
            new ReservationId("RSV-" + id + "-" + planVersion),
            planVersion,
            List.of(
                new FundAmount(new FundId("F-ELDER"), 1_800_000),
                new FundAmount(new FundId("F-GOV"), 1_200_000)),
            3_000_000,
            management.clock().instant().plus(Duration.ofDays(30)));
    management.heard(reserved);
    return reserved;
  }

  private static void archive(String id, int percent) {
    List<ArchiveDocument> missing =
        percent == 100 ? List.of() : List.of(ArchiveDocument.ACCEPTANCE);
    management.heard(
        new ArchiveCompletenessChanged(new ProjectId(id), 20, percent / 5, percent, missing));
  }

  private static EvaluationFinalised finalised(
      String id, String evaluation, String score, Grade grade) {
    return new EvaluationFinalised(
        new EvaluationId(evaluation), new ProjectId(id), UNDERTAKER, new BigDecimal(score), grade);
  }

  private static List<String> typesOf(String id) {
    return management.said(Topic.PROJECTS).stream()
        .filter(it -> it.key().equals(id))
        .map(Said::type)
        .map(it -> it.replaceFirst("org\\.threefold\\.", "").replaceFirst("\\.v1$", ""))
        .toList();
  }

  private static void reaches(String id, String status) {
    assertThat(get(deputy, id).text("/status")).isEqualTo(status);
  }

  private static Answer initiate(String token, String owner) {
    return post(token, PROJECTS, project(owner));
  }

  private static Answer bundle(String token, String id, List<NeedId> needs) {
    List<String> quoted = needs.stream().map(it -> "\"" + it + "\"").toList();
    return command(token, id, "bundle-needs", "{\"needs\":[" + String.join(",", quoted) + "]}");
  }

  private static Answer select(String token, String id, OperatorId who) {
    return command(
        token,
        id,
        "select-undertaker",
        "{\"undertaker\":\"" + who + "\",\"method\":\"COMPETITIVE_CONSULTATION\"}");
  }

  private static Answer command(String token, String id, String command, String body) {
    return post(token, PROJECTS + "/" + id + "/" + command, body);
  }

  private static Answer post(String token, String path, String body) {
    return management.post(token, path, body);
  }

  private static Answer get(String token, String id) {
    return management.get(token, PROJECTS + "/" + id);
  }

  private static void made(Answer answer) {
    assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
  }

  private static void done(Answer answer, String status) {
    assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
    assertThat(answer.text("/status")).isEqualTo(status);
  }

  private static void refused(Answer answer, int status, String code) {
    assertThat(answer.json().toString()).contains(code);
    assertThat(answer.status()).isEqualTo(status);
  }

  private static String project(String owner) {
    return """
    {"owner":"%s","purchaser":"CAB","item":"SI-03","field":"ELDERLY_CARE","guide":"v1",
     "title":"老年午餐与陪伴"}\
    """
        .formatted(owner);
  }

  private static String item(String code) {
    return """
    {"item":"%s","dept":"CAB","name":"老年人探访陪伴","unit":"户",
     "priceMinFen":1000,"priceMaxFen":2000,"effectiveFrom":"2026-01-01"}\
    """
        .formatted(code);
  }

  private static String design() {
    return """
    {"goals":["吃上热饭"],"budgetFen":3000000,
     "budget":[{"costCode":"PERSONNEL_SERVICE","amountFen":1800000},
               {"costCode":"ACTIVITY","amountFen":1200000}],
     "indicators":[{"code":"sessions","target":2,"unit":"场"},
                   {"code":"homes","target":20,"unit":"户"}],
     "milestones":[{"id":"M1","weight":30,"due":"2027-03-01"},
                   {"id":"M2","weight":40,"due":"2027-07-01"},
                   {"id":"M3","weight":30,"due":"2027-11-20"}],
     "start":"2026-11-23","end":"2027-11-22","groups":["ELDER"]}\
    """;
  }

  private static String plan() {
    return """
    {"lines":[{"fund":"F-ELDER","amountFen":1800000,"purpose":"SERVICE_PROJECT",
               "costCode":"PERSONNEL_SERVICE"},
              {"fund":"F-GOV","amountFen":1200000,"purpose":"SERVICE_PROJECT",
               "costCode":"ACTIVITY"}]}\
    """;
  }

  private static String panel(String... employers) {
    List<String> members =
        IntStream.range(0, employers.length)
            .mapToObj(i ->
                "{\"memberRef\":\"M-%d\",\"employer\":\"%s\",\"score\":82,\"yes\":true}"
                    .formatted(i, employers[i]))
            .toList();
    return "{\"members\":[" + String.join(",", members) + "]}";
  }

  private static String contract() {
    return "{\"start\":\"2026-11-23\",\"end\":\"2027-11-22\"}";
  }

  private static String session(int persons, int personTimes) {
    return """
    {"date":"2026-11-23","method":"GROUP","persons":%d,"personTimes":%d,"minutes":90,
     "volunteers":3}\
    """
        .formatted(persons, personTimes);
  }
}

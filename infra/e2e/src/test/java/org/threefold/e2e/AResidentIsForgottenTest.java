package org.threefold.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.testkit.Eventually.eventually;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.threefold.events.Attributes;
import org.threefold.events.NeedId;
import org.threefold.events.ProjectEvent.NeedsBundled;
import org.threefold.events.ProjectId;
import org.threefold.local.CountyApi;
import org.threefold.local.CountySettings.Part;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who a resident is can be read nowhere in the county but by asking for it: not in the files of
 * store and broker, not in what was said, parked, logged or exported; and once the resident is
 * erased, not by asking either. All names and numbers are made up.
 */
class AResidentIsForgottenTest {

  private static final String RESIDENTS = "/api/v1/residents";
  private static final String NEEDS = "/api/v1/needs";

  private static final String NAME = "欧阳墨痕子";
  private static final String PHONE = "13987650123";
  private static final String ID_NUMBER = "511523194802290718";
  private static final String ADDRESS = "桥头墨痕巷77号";
  private static final String GUARDIAN = "司徒墨守护";
  private static final String GUARDIAN_PHONE = "13987650124";
  private static final String LOOK_NOTE = "给墨痕老人送药去";
  private static final String TEXT = "墨痕老人腿脚不便,想有人每天中午送饭上门";
  private static final String EVIDENCE = "看过墨痕老人的病历本";
  private static final String DONE = "已给墨痕老人送饭一次";
  private static final String FEEDBACK = "已当面告诉墨痕老人结果";
  private static final String DISPUTE = "墨痕老人说饭送得太晚";

  private static final String FILED = "墨痕老人夜里常常起身,怕黑";
  private static final String SUSPECTED = "墨痕老人手臂上有淤青";
  private static final String VISITED = "墨痕老人来问助餐怎么报名";
  private static final String CRIED = "墨痕老人打来电话说摔了一跤";
  private static final String ANSWERED = "已去看过墨痕老人,没有大碍";

  private static final String CALLER = "端木墨来电";
  private static final String CALLER_PHONE = "13987650125";
  private static final String CALLED = "端木墨来电想有人教她用手机视频";

  private static final Marks SECRETS =
      new Marks(
          List.of(
              NAME,
              PHONE,
              ID_NUMBER,
              ADDRESS,
              GUARDIAN,
              GUARDIAN_PHONE,
              LOOK_NOTE,
              TEXT,
              EVIDENCE,
              DONE,
              FEEDBACK,
              DISPUTE,
              FILED,
              SUSPECTED,
              VISITED,
              CRIED,
              ANSWERED,
              CALLER,
              CALLER_PHONE,
              CALLED));

  /** Of a need of nobody who is known: this may be read, and shows that the search finds. */
  private static final String READABLE = "几位老人想在活动室下棋喝茶,对照";

  private static final Map<String, Object> RESIDENT =
      Map.of(
          "unit",
          NeedActs.ROOM,
          "name",
          NAME,
          "phone",
          PHONE,
          "idNumber",
          ID_NUMBER,
          "address",
          ADDRESS,
          "guardian",
          Map.of("name", GUARDIAN, "phone", GUARDIAN_PHONE, "relation", "CHILD"));

  @TempDir Path home;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  @Timeout(300)
  void who_a_resident_is_can_be_read_nowhere_and_is_gone_when_it_is_erased() throws Exception {
    try (ChildCounty county = new ChildCounty(home)) {
      var api =
          new CountyApi(
              county.settings(),
              Files.readString(county.settings().data().resolve("issuer/secret")).strip());
      var stage = new Stage(api, "forgotten");
      var wiretap = new Wiretap(county.broker());

      String resident =
          stage
              .postWhenHeard("rm-worker", Part.NEEDS, RESIDENTS, RESIDENT)
              .path("resident")
              .asString();
      String need = live(stage, resident);
      comeAndCall(stage, resident);
      beInCare(stage, need, resident);
      call(stage, county);
      tryInVain(stage, api, need);
      poison(wiretap, need);
      export(api, county, need, "before");

      seeThatSearchingFinds(wiretap, need, resident);
      seeThatNothingIsToBeFound(wiretap);
      assertThat(look(api, resident).body().path("name").asString()).isEqualTo(NAME);

      stage.post(
          "tst-head",
          Part.NEEDS,
          RESIDENTS + "/" + resident + "/erase",
          Map.of("reason", "RESIDENT_ASKED"));
      seeThatItIsGone(api, county, resident, need);
      export(api, county, need, "after");
      seeThatNothingIsToBeFound(wiretap);

      county.restart();
      seeThatItIsGone(api, county, resident, need);
      export(api, county, need, "restarted");
      seeThatNothingIsToBeFound(wiretap);
    }
  }

  /** The resident is looked for and looked at, and asks for something. */
  private static String live(Stage stage, String resident) {
    stage.post("rm-worker", Part.NEEDS, RESIDENTS + "/search", Map.of("phone", PHONE));
    stage.post("tst-worker", Part.NEEDS, RESIDENTS + "/search", Map.of("idNumber", ID_NUMBER));
    stage.post(
        "rm-worker",
        Part.NEEDS,
        RESIDENTS + "/" + resident + "/look",
        Map.of("why", "VISIT", "note", LOOK_NOTE));
    String need = collect(stage, TEXT, Map.of("residentRef", resident));
    command(stage, need, "sort", Map.of("category", "MEAL_CARE"));
    Map<String, Object> analysis =
        Map.of("urgency", 3, "persons", 1, "feasibility", 4, "evidence", EVIDENCE);
    command(stage, need, "analyse", analysis);
    command(
        stage,
        need,
        "match",
        Map.of("supplierType", "ITEM", "supplier", "SI-03", "sufficient", true));
    command(stage, need, "route", Map.of("route", "DIRECT"));
    command(stage, need, "complete", Map.of("note", DONE));
    String today = NeedActs.today(stage).toString();
    Map<String, Object> feedback = Map.of("channel", "HOME_VISIT", "on", today, "text", FEEDBACK);
    command(stage, need, "give-feedback", feedback);
    command(stage, need, "dispute", Map.of("reason", "PROBLEM_REMAINS", "text", DISPUTE));
    collect(stage, READABLE, Map.of());
    assertThat(stage.get("rm-worker", Part.NEEDS, NEEDS + "/" + need).toString())
        .contains(TEXT, EVIDENCE, DONE, FEEDBACK, DISPUTE);
    return need;
  }

  /** The resident comes to the room once, and calls for help another time. */
  private static void comeAndCall(Stage stage, String resident) {
    String visit =
        stage
            .post(
                "rm-worker",
                Part.NEEDS,
                "/api/v1/visits",
                Map.of(
                    "unit",
                    NeedActs.ROOM,
                    "purpose",
                    "ADVICE",
                    "residentRef",
                    resident,
                    "outcome",
                    "ANSWERED",
                    "words",
                    VISITED))
            .path("visit")
            .asString();
    String call =
        stage
            .post(
                "rm-worker",
                Part.NEEDS,
                "/api/v1/help-requests",
                Map.of(
                    "unit",
                    NeedActs.ROOM,
                    "channel",
                    "PHONE",
                    "urgency",
                    "URGENT",
                    "residentRef",
                    resident,
                    "words",
                    CRIED))
            .path("request")
            .asString();
    String answer = "/api/v1/help-requests/" + call + "/respond";
    stage.post("rm-worker", Part.NEEDS, answer, Map.of("words", ANSWERED));
    assertThat(stage.get("rm-worker", Part.NEEDS, "/api/v1/visits/" + visit).toString())
        .contains(VISITED);
    assertThat(stage.get("rm-worker", Part.NEEDS, "/api/v1/help-requests/" + call).toString())
        .contains(CRIED, ANSWERED);
  }

  /** A case is opened for the resident, and somebody suspects harm. */
  private static void beInCare(Stage stage, String need, String resident) {
    CaseActs acts = new CaseActs(stage, "S-CASE-9", FILED);
    acts.appoint();
    acts.open(need);
    acts.assess();
    acts.plan();
    assertThat(stage.get("tst-worker", Part.NEEDS, "/api/v1/cases/" + acts.id()).toString())
        .contains(FILED);
    String alert =
        stage
            .post(
                "rm-worker",
                Part.NEEDS,
                "/api/v1/safeguarding",
                Map.of(
                    "unit",
                    NeedActs.ROOM,
                    "kind",
                    "VIOLENCE",
                    "residentRef",
                    resident,
                    "pupil",
                    false,
                    "text",
                    SUSPECTED))
            .path("alert")
            .asString();
    assertThat(stage.get("tst-head", Part.NEEDS, "/api/v1/safeguarding/" + alert).toString())
        .contains(SUSPECTED);
  }

  /** Somebody calls the hotline, gives a name and a number, and is followed by the number. */
  private void call(Stage stage, ChildCounty county) throws IOException, InterruptedException {
    String key = Files.readString(county.settings().data().resolve("open311/key")).strip();
    Map<String, String> form =
        Map.of(
            "api_key",
            key,
            "service_code",
            "OTHER",
            "address_id",
            NeedActs.ROOM,
            "attribute[AGE_BAND]",
            "FROM_60",
            "attribute[GROUPS][]",
            "ELDER",
            "last_name",
            CALLER.substring(0, 2),
            "first_name",
            CALLER.substring(2),
            "phone",
            CALLER_PHONE,
            "description",
            CALLED);
    String door = county.settings().url(Part.NEEDS) + "/open311/v2/requests";
    HttpResponse<String> filed = posted(door + ".json", form);
    assertThat(filed.statusCode()).as(filed.body()).isEqualTo(201);
    String need = new JsonMapper().readTree(filed.body()).at("/0/service_request_id").asString();
    assertThat(stage.get("rm-worker", Part.NEEDS, NEEDS + "/" + need).toString()).contains(CALLED);
    Map<String, String> wrong = new HashMap<>(form);
    wrong.put("service_code", CALLER);
    assertThat(posted(door + ".xml", wrong).statusCode()).isEqualTo(404);
    HttpResponse<String> followed =
        http.send(
            HttpRequest.newBuilder(URI.create(door + "/" + need + ".xml")).build(),
            BodyHandlers.ofString());
    assertThat(followed.body()).contains(need);
    assertThat(SECRETS.in(followed.body().getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  private HttpResponse<String> posted(String to, Map<String, String> form)
      throws IOException, InterruptedException {
    String encoded =
        form.entrySet().stream()
            .map(it ->
                URLEncoder.encode(it.getKey(), StandardCharsets.UTF_8)
                    + "="
                    + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return http.send(
        HttpRequest.newBuilder(URI.create(to))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded))
            .build(),
        BodyHandlers.ofString());
  }

  private static String collect(Stage stage, String text, Map<String, Object> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.putAll(
        Map.of(
            "unit",
            NeedActs.ROOM,
            "channel",
            "WALK_IN",
            "ageBand",
            "FROM_60",
            "groups",
            List.of("ELDER"),
            "text",
            text,
            "collectedOn",
            NeedActs.today(stage).toString()));
    return stage.post("rm-worker", Part.NEEDS, NEEDS, body).path("need").asString();
  }

  private static void command(Stage stage, String need, String what, Map<String, Object> body) {
    stage.post("tst-worker", Part.NEEDS, NEEDS + "/" + need + "/" + what, body);
  }

  /** Requests that are refused leave no more behind than those that are not. */
  private static void tryInVain(Stage stage, CountyApi api, String need) {
    assertThat(stage.refused("tst-worker", Part.NEEDS, RESIDENTS, RESIDENT)).isEqualTo("NEED-026");
    assertThat(
            stage.refused(
                "rm-worker",
                Part.NEEDS,
                RESIDENTS,
                Map.of("unit", NAME, "name", List.of(NAME, PHONE), "contactBy", ADDRESS)))
        .startsWith("API-");
    assertThat(
            stage.refused(
                "tst-worker",
                Part.NEEDS,
                NEEDS + "/" + need + "/analyse",
                Map.of("urgency", 3, "persons", 1, "feasibility", 4, "evidence", "电话" + PHONE)))
        .startsWith("NEED-0");
    assertThat(api.get("rm-worker", Part.NEEDS, RESIDENTS + "/" + PHONE).status()).isEqualTo(404);
  }

  /** One record that is no fact, and one fact about the resident's need that cannot be read. */
  private static void poison(Wiretap wiretap, String need) {
    wiretap.poison("projects", need, Map.of(), "{\"need\":\"" + need + "\"}");
    var bundled =
        new NeedsBundled(new ProjectId("P-2026-511523100-0999"), List.of(new NeedId(need)));
    Attributes attributes =
        Attributes.of(
            bundled,
            1,
            "project-management",
            Instant.parse("2026-11-25T00:00:00Z"),
            "request/poison",
            "NOBODY@511523",
            null,
            null);
    String broken = "{\"project\":\"P-2026-511523100-0999\",\"needs\":[\"" + need;
    wiretap.poison("projects", "P-2026-511523100-0999", attributes.toHeaders(), broken);
    eventually(() -> assertThat(wiretap.count("projects.dlq")).isGreaterThanOrEqualTo(4));
  }

  /** What others of the county are told, as files beside the rest. */
  private void export(CountyApi api, ChildCounty county, String need, String when)
      throws IOException, InterruptedException {
    Path into = Files.createDirectories(home.resolve("exports-" + when));
    Map<String, Part> exports =
        Map.of(
            "/api/v1/journal/export",
            Part.FUNDS,
            "/api/v1/trace/" + need,
            Part.OVERSIGHT,
            "/api/v1/funnel",
            Part.OVERSIGHT,
            "/api/v1/needs/" + need,
            Part.NEEDS,
            "/api/v1/needs?limit=200",
            Part.NEEDS,
            "/api/v1/looks/check",
            Part.NEEDS,
            "/actuator/parked",
            Part.NEEDS,
            "/actuator/metrics",
            Part.NEEDS);
    for (Map.Entry<String, Part> it : exports.entrySet()) {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(URI.create(county.settings().url(it.getValue()) + it.getKey()))
                  .header("Authorization", "Bearer " + api.token("auditor"))
                  .build(),
              BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(it.getKey()).isEqualTo(200);
      Files.writeString(into.resolve(it.getKey().replaceAll("\\W+", "-")), answer.body());
    }
  }

  private void seeThatSearchingFinds(Wiretap wiretap, String need, String resident) {
    assertThat(new Marks(List.of(READABLE)).in(home))
        .anyMatch(it -> it.contains("in UTF-8 in") && it.endsWith("mongo.mv"));
    assertThat(new Marks(List.of(resident)).in(home)).anyMatch(it -> it.endsWith("mongo.mv"));
    assertThat(new Marks(List.of(need)).in(home.resolve("exports-before"))).isNotEmpty();
    assertThat(wiretap.find(new Marks(List.of(need))))
        .anyMatch(it -> it.contains(" on needs-"))
        .anyMatch(it -> it.contains(" on projects.dlq-"));
  }

  private void seeThatNothingIsToBeFound(Wiretap wiretap) {
    assertThat(SECRETS.in(home)).isEmpty();
    assertThat(wiretap.find(SECRETS)).isEmpty();
  }

  private static CountyApi.Answer look(CountyApi api, String resident) {
    return api.post(
        "rm-worker",
        Part.NEEDS,
        RESIDENTS + "/" + resident + "/look",
        null,
        Map.of("why", "CONTACT"));
  }

  private static void seeThatItIsGone(
      CountyApi api, ChildCounty county, String resident, String need) {
    CountyApi.Answer stone = api.get("rm-worker", Part.NEEDS, RESIDENTS + "/" + resident);
    assertThat(stone.body().at("/erased/reason").asString()).isEqualTo("RESIDENT_ASKED");
    CountyApi.Answer look = look(api, resident);
    assertThat(look.status()).isEqualTo(410);
    assertThat(look.body().path("code").asString()).isEqualTo("NEED-028");
    for (Map<String, Object> number :
        List.<Map<String, Object>>of(Map.of("phone", PHONE), Map.of("idNumber", ID_NUMBER))) {
      CountyApi.Answer found =
          api.post("tst-worker", Part.NEEDS, RESIDENTS + "/search", null, number);
      assertThat(found.status()).isEqualTo(200);
      assertThat(found.body()).isEmpty();
    }
    CountyApi.Answer words = api.get("rm-worker", Part.NEEDS, NEEDS + "/" + need);
    assertThat(words.ok()).isTrue();
    assertThat(SECRETS.in(words.body().toString().getBytes(StandardCharsets.UTF_8))).isEmpty();
    try (MongoClient mongo = MongoClients.create(county.store())) {
      assertThat(
              mongo
                  .getDatabase("needs")
                  .getCollection("resident-keys")
                  .countDocuments(new Document("_id", resident)))
          .isZero();
    }
  }
}

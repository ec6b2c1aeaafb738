package org.threefold.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.testkit.Eventually.eventually;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.threefold.access.Role;
import org.threefold.events.ClientGroup;
import org.threefold.events.DivisionLevel;
import org.threefold.events.NeedId;
import org.threefold.events.ProgrammeId;
import org.threefold.events.ProgrammeState;
import org.threefold.events.ProjectEvent;
import org.threefold.events.ProjectEvent.LowFeeProgrammeRegistered;
import org.threefold.events.ProjectEvent.NeedsBundled;
import org.threefold.events.ProjectEvent.ProjectCancelled;
import org.threefold.events.ProjectEvent.ProjectCompletionClaimed;
import org.threefold.events.ProjectEvent.ProjectStarted;
import org.threefold.events.ProjectId;
import org.threefold.events.StationId;
import org.threefold.events.StationType;
import org.threefold.events.Topic;
import org.threefold.teststand.Answer;
import org.threefold.teststand.Said;
import org.threefold.teststand.Stand;
import tools.jackson.databind.JsonNode;

/** Needs intake's part of the story (domain §5.1), and what it refuses on the way. */
class NeedsIntakeIT {

  private static final String NEEDS = "/api/v1/needs";
  private static final String WORDS = "几位老人希望中午有热饭吃,也有人陪着说话。";

  private static Stand intake;
  private static String room;
  private static String town;

  @BeforeAll
  static void start() {
    intake = Stand.start(NeedsIntakeApplication.class, "needs-intake");
    room = intake.token(Role.RM_WORKER, new StationId("RM-511523100001"));
    town = intake.token(Role.TST_WORKER, new StationId("ST-511523100"));
    OpenUnits.open(
        intake, "ST-511523100", StationType.TOWN_STATION, DivisionLevel.TOWN, "ST-511523");
    OpenUnits.open(
        intake,
        "RM-511523100001",
        StationType.COMMUNITY_ROOM,
        DivisionLevel.COMMUNITY,
        "ST-511523100");
    OpenUnits.open(
        intake,
        "RM-511523100002",
        StationType.COMMUNITY_ROOM,
        DivisionLevel.COMMUNITY,
        "ST-511523100");
    intake.heard(
        ServiceItems.list(1, "2026-01-01", ServiceItems.ADVICE, ServiceItems.COMPANIONSHIP));
    intake.heard(
        new LowFeeProgrammeRegistered(
            new ProgrammeId("LF-02"),
            "老年厨房",
            ClientGroup.ELDER,
            ProgrammeState.RUNNING,
            null,
            null));
    intake.heard(
        new LowFeeProgrammeRegistered(
            new ProgrammeId("LF-04"),
            "公益茶吧",
            ClientGroup.RESIDENT_GENERAL,
            ProgrammeState.DESIGNED,
            null,
            null));
    for (String unit : List.of("ST-511523100", "RM-511523100001", "RM-511523100002")) {
      assertThat(post(town, "", collectAt(unit, "MIXED", "VETERAN")).status()).isEqualTo(201);
    }
  }

  @AfterAll
  static void stop() {
    intake.close();
  }

  @Test
  void a_need_goes_from_the_room_to_a_project_and_back_to_the_resident() {
    String stranger = collected(room, collectAt("RM-511523100001", "MIXED", "VETERAN"));
    sorted(stranger, "COMPANIONSHIP");
    String main = collected(room, collect());
    String twin = collected(room, collect());
    String secondTwin = collected(town, collectAt("RM-511523100002", "FROM_80", "ELDER"));
    assertThat(duplicates(sorted(main, "COMPANIONSHIP"))).isEmpty();
    assertThat(duplicates(sorted(twin, "COMPANIONSHIP"))).containsExactly(main);
    assertThat(duplicates(sorted(secondTwin, "COMPANIONSHIP"))).containsExactly(main, twin);
    for (String duplicate : List.of(twin, secondTwin)) {
      Answer merged = post(town, "/" + duplicate + "/merge-into", "{\"into\":\"" + main + "\"}");
      assertThat(merged.text("/status")).isEqualTo("MERGED");
      assertThat(merged.text("/mergedInto")).isEqualTo(main);
    }
    Answer up = post(room, "/" + main + "/escalate", "{\"to\":\"ST-511523100\"}");
    assertThat(up.text("/owner")).isEqualTo("ST-511523100");
    Answer analysed = analysed(main);
    assertThat(analysed.json().at("/priority/score").asInt()).isEqualTo(25);
    assertThat(analysed.text("/priority/band")).isEqualTo("B");
    assertThat(analysed.json().at("/priority/terms").size()).isEqualTo(4);
    assertThat(match(main, "LOWFEE", "LF-02", false).status()).isEqualTo(200);
    assertThat(route(main, "PROJECT").text("/status")).isEqualTo("AWAITING_PROJECT");

    List<String> bundle = List.of(main, awaiting(), awaiting());
    List<NeedId> ids = bundle.stream().map(NeedId::new).toList();
    var project = new ProjectId("P-2026-511523100-0001");
    var bundled = new NeedsBundled(project, plus(ids, twin));
    project(bundled);
    all(bundle, "PLANNED");
    intake.heardAgain(bundled);
    project(new ProjectStarted(project, ids, 4, 2));
    all(bundle, "IN_SERVICE");
    project(new ProjectCompletionClaimed(project, ids, 60));
    all(bundle, "SERVED");
    assertThat(status(twin)).isEqualTo("MERGED");

    for (String id : bundle) {
      Answer told =
          post(
              room,
              "/" + id + "/give-feedback",
              """
              {"channel":"HOME_VISIT","on":"2026-11-23","text":"已安排送餐"}\
              """);
      assertThat(told.text("/confirmBy")).isEqualTo("2026-11-30T04:00:00Z");
    }
    assertThat(post(room, "/" + main + "/confirm", "{\"rating\":5}").text("/status"))
        .isEqualTo("CLOSED");
    intake.clock().advance(Duration.ofDays(7));
    eventually(() -> all(bundle, "CLOSED"));

    assertThat(closedByItself(main)).containsExactly(false);
    assertThat(closedByItself(bundle.get(1))).containsExactly(true);
    assertThat(closedByItself(bundle.get(2))).containsExactly(true);
    assertThat(one(main).json().at("/rating").asInt()).isEqualTo(5);
    assertThat(said("need.planned.v1").stream().filter(it -> it.key().equals(main))).hasSize(1);
    assertThat(intake.said(Topic.NEEDS).toString()).doesNotContain(WORDS).doesNotContain("送餐");
    assertThat(history(main))
        .containsExactly(
            "NeedCollected",
            "NeedSorted",
            "NeedEscalated",
            "NeedAnalysed",
            "NeedMatched",
            "NeedRouted",
            "NeedPlanned",
            "NeedInService",
            "NeedServed",
            "NeedFeedbackGiven",
            "NeedClosed");
    intake.clock().advance(Duration.ofDays(-7));
  }

  @Test
  void a_cancelled_project_gives_its_needs_back() {
    String need = awaiting();
    var project = new ProjectId("P-2026-511523100-0002");
    project(new NeedsBundled(project, List.of(new NeedId(need))));
    all(List.of(need), "PLANNED");
    project(new ProjectCancelled(project, List.of(new NeedId(need))));
    all(List.of(need), "AWAITING_PROJECT");
    assertThat(one(need).json().at("/project").isMissingNode()).isTrue();
  }

  @Test
  void direct_service_is_given_by_the_unit_itself() {
    String need = collected(room, collect());
    sorted(need);
    analysed(need);
    assertThat(route(need, "DIRECT").text("/code")).isEqualTo("NEED-015");
    match(need, "ITEM", "SI-03", true);
    assertThat(route(need, "DIRECT").text("/status")).isEqualTo("IN_SERVICE");
    assertThat(post(room, "/" + need + "/complete", "{}").text("/status")).isEqualTo("SERVED");
  }

  @Test
  void the_way_of_a_need_can_be_read_in_each_of_its_versions() {
    String flows = "/api/v1/flows";
    assertThat(intake.get(room, flows).json().valueStream())
        .extracting(it -> it.at("/flow").asString() + " " + it.at("/version").asInt())
        .contains("needs 1", "cases 1", "safeguarding 1");
    Answer current = intake.get(room, flows + "/needs");
    assertThat(current.text("/steps/1/from")).as(current.body()).isEqualTo("COLLECTED");
    assertThat(current.text("/steps/1/by/0")).isEqualTo("need.sort");
    assertThat(current.text("/steps/1/names/zh")).isEqualTo("整理");
    assertThat(intake.get(room, flows + "/cases/1").text("/since")).isEqualTo("2026-01-01");
    assertThat(intake.get(room, flows + "/cases/99").status()).isEqualTo(404);
    assertThat(intake.get(room, flows + "/tea").status()).isEqualTo(404);
  }

  @Test
  void what_cannot_be_matched_is_refused() {
    String need = collected(room, collect());
    sorted(need);
    analysed(need);
    assertThat(match(need, "LOWFEE", "LF-09", false).text("/code")).isEqualTo("NEED-015");
    assertThat(match(need, "LOWFEE", "LF-04", true).text("/code")).isEqualTo("NEED-015");
    assertThat(match(need, "LOWFEE", "LF-04", false).status()).isEqualTo(200);
    assertThat(match(need, "ITEM", "SI-17", false).text("/code")).isEqualTo("NEED-015");
    assertThat(match(need, "ACTIVITY", "A-1", false).text("/code")).isEqualTo("NEED-015");
    assertThat(route(need, "CASE").text("/code")).isEqualTo("NEED-022");
  }

  @Test
  void a_repeated_request_is_the_same_need() {
    String key = UUID.randomUUID().toString();
    Answer first = intake.post(room, NEEDS, collect(), key);
    Answer again = intake.post(room, NEEDS, collect(), key);
    assertThat(first.status()).as(first.json().toString()).isEqualTo(201);
    assertThat(again.status()).as(again.json().toString()).isEqualTo(201);
    assertThat(again.text("/need")).isEqualTo(first.text("/need"));
    assertThat(first.headers().allValues("Location"))
        .containsExactly(NEEDS + "/" + first.text("/need"));
    Answer other = intake.post(room, NEEDS, collectAt("RM-511523100001", "MIXED", "WOMAN"), key);
    assertThat(other.text("/code")).isEqualTo("API-007");
  }

  @Test
  void a_merge_repeated_after_it_was_done_is_no_second_merge() {
    String into = collected(room, collect());
    String from = collected(room, collect());
    String key = UUID.randomUUID().toString();
    String body = "{\"into\":\"" + into + "\"}";
    Answer first = intake.post(room, NEEDS + "/" + from + "/merge-into", body, key);
    Answer again = intake.post(room, NEEDS + "/" + from + "/merge-into", body, key);
    assertThat(first.status()).isEqualTo(200);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.headers().allValues("ETag"))
        .hasSize(1)
        .isEqualTo(first.headers().allValues("ETag"));
  }

  @Test
  void two_needs_never_merge_into_each_other() {
    for (int round = 0; round < 10; round++) {
      List<String> pair = List.of(collected(room, collect()), collected(room, collect()));
      List<CompletableFuture<Answer>> both =
          IntStream.range(0, 2)
              .mapToObj(i ->
                  CompletableFuture.supplyAsync(() ->
                      post(
                          room,
                          "/" + pair.get(i) + "/merge-into",
                          "{\"into\":\"" + pair.get(1 - i) + "\"}")))
              .toList();
      both.forEach(CompletableFuture::join);
      assertThat(pair.stream().filter(it -> status(it).equals("MERGED")).count())
          .isLessThanOrEqualTo(1);
      // Whoever was refused may try again, for nothing is left of the attempt.
      if (pair.stream().allMatch(it -> status(it).equals("COLLECTED"))) {
        String retry = "{\"into\":\"" + pair.get(1) + "\"}";
        assertThat(post(room, "/" + pair.get(0) + "/merge-into", retry).status()).isEqualTo(200);
      }
    }
  }

  @Test
  void bad_needs_are_refused_with_their_codes() {
    refused(422, "NEED-003", collect().replace(WORDS, "要吃饭"));
    refused(422, "NEED-004", collect().replace("[\"ELDER\",\"ELDER_LEFT_BEHIND\"]", "[]"));
    refused(422, "NEED-005", collect().replace("FROM_60", "UNDER_14"));
    refused(422, "NEED-009", collect().replace(WORDS, WORDS + "电话13812345678"));
    refused(409, "NEED-031", collect().replace("2026-11-23", "2026-11-24"));
    refused(409, "NEED-002", collect().replace("RM-511523100001", "RM-511523100099"));
    refused(400, "API-003", collect().replace("WALK_IN", "PIGEON"));
    refused(400, "API-002", collect().replace("\"unit\"", "\"colour\":\"red\",\"unit\""));
  }

  private static void refused(int status, String code, String body) {
    Answer answer = post(town, "", body);
    assertThat(answer.text("/code")).isEqualTo(code);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text("/detail")).isNotEmpty().isNotEqualTo(code);
  }

  @Test
  void who_may_not_sees_nothing() {
    String need = collected(room, collect());
    String foreign = intake.token(Role.RM_WORKER, new StationId("RM-511523101001"));
    assertThat(intake.get(null, NEEDS + "/" + need).status()).isEqualTo(401);
    assertThat(intake.get(foreign, NEEDS + "/" + need).status()).isEqualTo(404);
    assertThat(post(foreign, "/" + need + "/sort", "{\"category\":\"CULTURE\"}").status())
        .isEqualTo(404);
    assertThat(post(foreign, "", collect()).status()).isEqualTo(404);
    assertThat(intake.get(foreign, NEEDS).json().size()).isZero();
    assertThat(post(town, "/" + need + "/escalate", "{\"to\":\"ST-511523100\"}").status())
        .isEqualTo(403);
    String county = intake.token(Role.AUDITOR, "511523");
    assertThat(intake.get(county, NEEDS + "/" + need).json().at("/text").isMissingNode()).isTrue();
    assertThat(one(need).text("/text")).isEqualTo(WORDS);
    assertThat(one("N-511523100001-20261123-9999").status()).isEqualTo(404);
  }

  @Test
  void a_resident_raises_and_confirms_the_own_need_only() {
    String resident = intake.token(Role.RESIDENT, "511523100777");
    String neighbour = intake.token(Role.RESIDENT, new StationId("RM-511523100002"));
    String own = collected(resident, collectAt("ST-511523100", "FROM_60", "ELDER"));
    assertThat(own).startsWith("N-511523100000-20261123-");
    served(own);
    assertThat(intake.get(resident, NEEDS + "/" + own).status()).isEqualTo(403);
    assertThat(post(neighbour, "/" + own + "/confirm", "{}").status()).isEqualTo(404);
    assertThat(post(resident, "/" + own + "/confirm", "{\"rating\":4}").text("/status"))
        .isEqualTo("CLOSED");
    String others = collected(room, collect());
    served(others);
    assertThat(post(resident, "/" + others + "/confirm", "{}").status()).isEqualTo(404);
    assertThat(post(room, "/" + others + "/confirm", "{\"rating\":6}").text("/code"))
        .isEqualTo("API-003");
  }

  @Test
  void a_town_hands_back_to_the_room_and_lists_what_is_on_its_desk() {
    String need = collected(room, collect());
    sorted(need);
    post(room, "/" + need + "/escalate", "{\"to\":\"ST-511523100\"}");
    assertThat(listed("unit=ST-511523100&status=SORTED&category=MEAL_CARE")).contains(need);
    Answer back = post(town, "/" + need + "/return-to-room", "{\"reason\":\"NOT_VERIFIED\"}");
    assertThat(back.text("/owner")).isEqualTo("RM-511523100001");
    assertThat(listed("unit=ST-511523100&status=SORTED")).doesNotContain(need);
    assertThat(listed("unit=RM-511523100001&status=SORTED")).contains(need);
    assertThat(post(room, "/" + need + "/escalate", "{\"to\":\"ST-511523101\"}").text("/code"))
        .isEqualTo("NEED-012");
  }

  @Test
  void lists_come_in_pages() {
    collected(room, collect());
    collected(room, collect());
    List<String> first = listed("limit=1");
    assertThat(first).hasSize(1);
    assertThat(listed("limit=1&after=" + first.getFirst())).hasSize(1).isNotEqualTo(first);
    assertThat(intake.get(town, NEEDS + "?limit=201").status()).isEqualTo(400);
  }

  // --- what the stories are made of

  private static String collect() {
    return collectAt("RM-511523100001", "FROM_60", "ELDER\",\"ELDER_LEFT_BEHIND");
  }

  private static String collectAt(String unit, String age, String group) {
    return """
    {"unit":"%s","channel":"WALK_IN","ageBand":"%s","groups":["%s"],
     "text":"%s","collectedOn":"2026-11-23"}\
    """
        .formatted(unit, age, group, WORDS);
  }

  private static String collected(String token, String body) {
    Answer answer = post(token, "", body);
    assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
    return answer.text("/need");
  }

  private static List<String> duplicates(Answer answer) {
    return strings(answer.json().at("/duplicates"), JsonNode::asString);
  }

  private static Answer sorted(String need) {
    return sorted(need, "MEAL_CARE");
  }

  private static Answer sorted(String need, String category) {
    Answer answer = post(town, "/" + need + "/sort", "{\"category\":\"" + category + "\"}");
    assertThat(answer.text("/status")).as(answer.json().toString()).isEqualTo("SORTED");
    return answer;
  }

  private static Answer analysed(String need) {
    Answer answer =
        post(
            town,
            "/" + need + "/analyse",
            """
            {"urgency":3,"persons":60,"feasibility":4,"evidence":"入户走访60户"}\
            """);
    assertThat(answer.text("/status")).as(answer.json().toString()).isEqualTo("ANALYSED");
    return answer;
  }

  private static Answer match(String need, String type, String supplier, boolean sufficient) {
    return post(
        town,
        "/" + need + "/match",
        """
        {"supplierType":"%s","supplier":"%s","sufficient":%s}\
        """
            .formatted(type, supplier, sufficient));
  }

  private static Answer route(String need, String route) {
    return post(town, "/" + need + "/route", "{\"route\":\"" + route + "\"}");
  }

  private static String awaiting() {
    String need = collected(room, collect());
    sorted(need);
    analysed(need);
    assertThat(route(need, "PROJECT").text("/status")).isEqualTo("AWAITING_PROJECT");
    return need;
  }

  private static void served(String need) {
    sorted(need);
    analysed(need);
    match(need, "ITEM", "SI-01", true);
    route(need, "DIRECT");
    post(town, "/" + need + "/complete", "{\"note\":\"已解答\"}");
    Answer told =
        post(
            town,
            "/" + need + "/give-feedback",
            """
            {"channel":"PHONE","on":"2026-11-23","text":"已答复"}\
            """);
    assertThat(told.text("/status")).as(told.json().toString()).isEqualTo("FED_BACK");
  }

  private static void project(ProjectEvent event) {
    intake.heard(event);
  }

  private static void all(List<String> needs, String status) {
    assertThat(needs).extracting(NeedsIntakeIT::status).containsOnly(status);
  }

  private static Answer one(String need) {
    return intake.get(town, NEEDS + "/" + need);
  }

  private static String status(String need) {
    return one(need).text("/status");
  }

  private static List<String> history(String need) {
    return strings(one(need).json().at("/history"), it -> it.at("/what").asString());
  }

  private static List<String> listed(String query) {
    return strings(intake.get(town, NEEDS + "?" + query).json(), it -> it.at("/need").asString());
  }

  private static List<String> strings(JsonNode list, Function<JsonNode, String> each) {
    return list.valueStream().map(each).toList();
  }

  /** Whether each closing that was said of the need was by itself. */
  private static List<Boolean> closedByItself(String need) {
    eventually(() -> assertThat(closings(need)).isNotEmpty());
    return closings(need).stream().map(it -> it.data().at("/auto").asBoolean()).toList();
  }

  private static List<Said> closings(String need) {
    return said("need.closed.v1").stream().filter(it -> it.key().equals(need)).toList();
  }

  private static List<Said> said(String type) {
    return intake.said(Topic.NEEDS).stream().filter(it -> it.type().endsWith(type)).toList();
  }

  private static List<NeedId> plus(List<NeedId> ids, String more) {
    return Stream.concat(ids.stream(), Stream.of(new NeedId(more))).toList();
  }

  private static Answer post(String token, String path, String body) {
    return intake.post(token, NEEDS + path, body);
  }
}

package org.threefold.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.testkit.Eventually.eventually;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.threefold.access.Role;
import org.threefold.events.DivisionLevel;
import org.threefold.events.StationId;
import org.threefold.events.StationType;
import org.threefold.events.Topic;
import org.threefold.teststand.Answer;
import org.threefold.teststand.Said;
import org.threefold.teststand.Stand;
import tools.jackson.databind.JsonNode;

/** The desk of a unit over HTTP: the visit log and the help requests. */
class DeskIT {

  private static final String VISITS = "/api/v1/visits";
  private static final String CALLS = "/api/v1/help-requests";
  private static final String WORDS = "老人独自在家摔倒了,起不来";

  private static Stand intake;
  private static String room;
  private static String town;
  private static String elsewhere;
  private static String county;

  @BeforeAll
  static void start() {
    intake = Stand.start(NeedsIntakeApplication.class, "needs-intake");
    room = intake.token(Role.RM_WORKER, new StationId("RM-511523100001"));
    town = intake.token(Role.TST_WORKER, new StationId("ST-511523100"));
    elsewhere = intake.token(Role.TST_WORKER, new StationId("ST-511523101"));
    county = intake.token(Role.CAB, "511523");
    OpenUnits.open(
        intake, "ST-511523100", StationType.TOWN_STATION, DivisionLevel.TOWN, "ST-511523");
    OpenUnits.open(
        intake,
        "RM-511523100001",
        StationType.COMMUNITY_ROOM,
        DivisionLevel.COMMUNITY,
        "ST-511523100");
  }

  @AfterAll
  static void stop() {
    intake.close();
  }

  private static Answer visited(String more) {
    String body = "{\"unit\":\"RM-511523100001\",\"purpose\":\"ADVICE\"" + more + "}";
    return intake.post(room, VISITS, body);
  }

  private static Answer called(String unit, String urgency) {
    return intake.post(
        town,
        CALLS,
        """
        {"unit":"%s","channel":"PHONE","urgency":"%s","words":"%s"}\
        """
            .formatted(unit, urgency, WORDS));
  }

  private static String need(String unit) {
    Answer made =
        intake.post(
            town,
            "/api/v1/needs",
            """
            {"unit":"%s","channel":"WALK_IN","ageBand":"FROM_60","groups":["ELDER"],
             "text":"几位老人希望中午有热饭吃","collectedOn":"2026-11-23"}\
            """
                .formatted(unit));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made.text("/need");
  }

  private static List<Said> saidOf(String key) {
    return intake.said(Topic.NEEDS).stream().filter(it -> it.key().equals(key)).toList();
  }

  private static List<String> numbers(Answer list, String field) {
    return list.json().valueStream().map(it -> it.at(field).asString()).toList();
  }

  @Test
  void a_visit_is_logged_and_completed_with_the_need_that_was_raised() {
    Answer made = visited(",\"words\":\"来问送餐的事\"");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    String visit = made.text("/visit");
    assertThat(made.header("Location")).isEqualTo(VISITS + "/" + visit);
    assertThat(made.text("/state")).isEqualTo("OPEN");
    assertThat(made.text("/handler")).isEqualTo("RM_WORKER@RM-511523100001");
    assertThat(made.text("/day")).isEqualTo("2026-11-23");
    assertThat(made.text("/words")).isEqualTo("来问送餐的事");

    String foreign = need("ST-511523100");
    String body = "{\"outcome\":\"NEED_RAISED\",\"need\":\"%s\"}";
    Answer refused = intake.post(room, VISITS + "/" + visit + "/complete", body.formatted(foreign));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("/code")).isEqualTo("NEED-032");

    String own = need("RM-511523100001");
    Answer done = intake.post(room, VISITS + "/" + visit + "/complete", body.formatted(own));
    assertThat(done.text("/state")).as(done.body()).isEqualTo("COMPLETED");
    assertThat(done.text("/need")).isEqualTo(own);
    eventually(() -> {
      JsonNode completed = saidOf(visit).getLast().data();
      assertThat(completed.at("/need").asString()).isEqualTo(own);
      assertThat(saidOf(visit).toString()).doesNotContain("送餐").doesNotContain("handler");
    });
  }

  @Test
  void the_same_request_logs_one_visit_and_an_old_version_changes_none() {
    String body = "{\"unit\":\"RM-511523100001\",\"purpose\":\"HELP\"}";
    Answer first = intake.post(room, VISITS, body, "visit-once");
    Answer again = intake.post(room, VISITS, body, "visit-once");
    assertThat(again.text("/visit")).isEqualTo(first.text("/visit"));
    assertThat(again.header("ETag")).isEqualTo("\"1\"");
    var stale =
        intake
            .request(room, VISITS + "/" + first.text("/visit") + "/complete")
            .header("Content-Type", "application/json")
            .header("If-Match", "\"7\"")
            .POST(BodyPublishers.ofString("{\"outcome\":\"ANSWERED\"}"));
    assertThat(intake.send(stale).status()).isEqualTo(412);
  }

  @Test
  void lists_are_by_unit_day_and_whether_something_is_open() {
    String open = visited("").text("/visit");
    String done = visited(",\"outcome\":\"REFERRED\"").text("/visit");
    String unit = VISITS + "?unit=RM-511523100001&limit=200";
    assertThat(numbers(intake.get(room, unit + "&open=true"), "/visit"))
        .contains(open)
        .doesNotContain(done);
    assertThat(numbers(intake.get(room, unit + "&open=false&day=2026-11-23"), "/visit"))
        .contains(done)
        .doesNotContain(open);
    assertThat(numbers(intake.get(room, unit + "&day=2026-11-22"), "/visit")).isEmpty();
    assertThat(numbers(intake.get(elsewhere, VISITS), "/visit")).isEmpty();
  }

  @Test
  void outside_the_area_there_is_no_visit_and_the_county_reads_no_words() {
    String visit = visited(",\"words\":\"来问送餐的事\"").text("/visit");
    assertThat(intake.get(elsewhere, VISITS + "/" + visit).status()).isEqualTo(404);
    String complete = VISITS + "/" + visit + "/complete";
    assertThat(intake.post(elsewhere, complete, "{\"outcome\":\"ANSWERED\"}").status())
        .isEqualTo(404);
    assertThat(intake.post(county, complete, "{\"outcome\":\"ANSWERED\"}").status()).isEqualTo(403);
    Answer seen = intake.get(county, VISITS + "/" + visit);
    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.body()).doesNotContain("送餐").doesNotContain("handler");
  }

  @Test
  void words_about_a_registered_resident_are_sealed_and_others_hold_no_numbers() {
    String phone = "她的电话是13800138000";
    Answer refused = visited(",\"words\":\"" + phone + "\"");
    assertThat(refused.text("/code")).isEqualTo("NEED-009");
    Answer resident =
        intake.post(
            room,
            "/api/v1/residents",
            "{\"unit\":\"RM-511523100001\",\"name\":\"张桂芳\",\"ageBand\":\"FROM_60\"}");
    String ref = resident.text("/resident");
    Answer made = visited(",\"residentRef\":\"" + ref + "\",\"words\":\"" + phone + "\"");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.text("/words")).isEqualTo(phone);

    String head = intake.token(Role.TST_HEAD, new StationId("ST-511523100"));
    String erase = "/api/v1/residents/" + ref + "/erase";
    assertThat(intake.post(head, erase, "{\"reason\":\"RESIDENT_ASKED\"}").status()).isEqualTo(200);
    assertThat(intake.get(room, VISITS + "/" + made.text("/visit")).text("/words")).isEmpty();
  }

  @Test
  void a_call_is_answered_and_a_need_is_raised_out_of_it_in_one_request() {
    Answer made = called("RM-511523100001", "URGENT");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    String call = made.text("/request");
    String path = CALLS + "/" + call;
    String raise =
        """
        {"ageBand":"FROM_60","groups":["ELDER_LIVING_ALONE"],"text":"独居老人需要每日有人探访"}\
        """;
    assertThat(intake.post(town, path + "/raise-need", raise).text("/code")).isEqualTo("NEED-001");
    String before = "{\"at\":\"2026-11-22T00:00:00Z\"}";
    assertThat(intake.post(town, path + "/respond", before).text("/code")).isEqualTo("NEED-031");
    Answer answered = intake.post(town, path + "/respond", "{\"words\":\"已上门\"}");
    assertThat(answered.text("/state")).as(answered.body()).isEqualTo("RESPONDED");
    assertThat(answered.text("/respondedBy")).isEqualTo("TST_WORKER@ST-511523100");

    Answer raised = intake.post(town, path + "/raise-need", raise, "raise-once");
    assertThat(raised.text("/state")).as(raised.body()).isEqualTo("CLOSED");
    String need = raised.text("/need");
    Answer again = intake.post(town, path + "/raise-need", raise, "raise-once");
    assertThat(again.text("/need")).isEqualTo(need);
    assertThat(intake.post(town, path + "/raise-need", raise).text("/code")).isEqualTo("NEED-001");
    Answer born = intake.get(town, "/api/v1/needs/" + need);
    assertThat(born.text("/channel")).isEqualTo("PHONE");
    assertThat(born.text("/unit")).isEqualTo("RM-511523100001");
    eventually(() -> {
      List<Said> said = saidOf(call);
      assertThat(said.stream().map(Said::type))
          .containsExactly(
              "org.threefold.help-request.received.v1",
              "org.threefold.help-request.responded.v1",
              "org.threefold.help-request.closed.v1");
      assertThat(said.toString()).doesNotContain(WORDS).doesNotContain("已上门");
      assertThat(saidOf(need).getFirst().data().at("/slaDue").asString())
          .isEqualTo("2026-11-25T16:00:00Z");
    });
  }

  @Test
  void of_one_call_comes_one_need_however_many_raise_it_at_once() {
    String path = CALLS + "/" + called("RM-511523100001", "URGENT").text("/request");
    intake.post(town, path + "/respond", "{}");
    List<CompletableFuture<Answer>> all =
        IntStream.range(0, 4)
            .mapToObj(it ->
                CompletableFuture.supplyAsync(() ->
                    intake.post(
                        town,
                        path + "/raise-need",
                        """
                        {"ageBand":"FROM_60","groups":["ELDER"],"text":"同一通电话里的一件事,第%d种说法"}\
                        """
                            .formatted(it))))
            .toList();
    List<String> needs =
        all.stream()
            .map(CompletableFuture::join)
            .filter(it -> it.status() == 200)
            .map(it -> it.text("/need"))
            .toList();
    assertThat(needs).hasSize(1);
    String listed = intake.get(town, "/api/v1/needs?unit=RM-511523100001&limit=200").body();
    assertThat(listed.split("同一通电话里的一件事", -1)).hasSize(2);
  }

  @Test
  void a_call_is_closed_by_link_or_without_a_need_but_not_before_it_was_answered() {
    String path = CALLS + "/" + called("ST-511523100", "NORMAL").text("/request");
    String close = "{\"outcome\":\"NEED_RAISED\",\"need\":\"%s\"}";
    String own = need("ST-511523100");
    assertThat(intake.post(town, path + "/close", close.formatted(own)).text("/code"))
        .isEqualTo("NEED-001");
    assertThat(intake.post(town, path + "/respond", "{}").status()).isEqualTo(200);
    assertThat(
            intake
                .post(town, path + "/close", close.formatted(need("RM-511523100001")))
                .text("/code"))
        .isEqualTo("NEED-032");
    Answer closed = intake.post(town, path + "/close", close.formatted(own));
    assertThat(closed.text("/need")).as(closed.body()).isEqualTo(own);
    String open = CALLS + "?unit=ST-511523100&open=true";
    assertThat(numbers(intake.get(town, open), "/request")).doesNotContain(closed.text("/request"));
    assertThat(intake.get(elsewhere, path).status()).isEqualTo(404);
    assertThat(intake.post(room, path + "/respond", "{}").status()).isEqualTo(404);
  }
}

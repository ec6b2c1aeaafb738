package org.threefold.needs.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.testkit.Eventually.eventually;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.threefold.access.Role;
import org.threefold.events.DivisionCode;
import org.threefold.events.DivisionLevel;
import org.threefold.events.SafeguardingEvent.SafeguardingReportOverdue;
import org.threefold.events.StationEvent.DivisionRegistered;
import org.threefold.events.StationId;
import org.threefold.events.StationType;
import org.threefold.events.Topic;
import org.threefold.needs.NeedsIntakeApplication;
import org.threefold.needs.OpenUnits;
import org.threefold.teststand.Answer;
import org.threefold.teststand.Said;
import org.threefold.teststand.Stand;

/** Alerts over HTTP; who may be in danger is made up. */
class SafeguardingIT {

  private static final String PATH = "/api/v1/safeguarding";
  private static final StationId TOWN = new StationId("ST-511523100");
  private static final StationId ROOM = new StationId("RM-511523100001");
  private static final String REPORT =
      """
      {"reports":[{"to":"POLICE","at":"2026-11-23T04:00:00Z"},\
      {"to":"CIVIL_AFFAIRS","at":"2026-11-23T04:00:00Z"}],"note":"已电话报告"}\
      """;

  private static Stand intake;
  private static String room;
  private static String head;

  @BeforeAll
  static void start() {
    intake = Stand.start(NeedsIntakeApplication.class, "needs-intake");
    room = intake.token(Role.RM_WORKER, ROOM);
    head = intake.token(Role.TST_HEAD, TOWN);
    OpenUnits.open(intake, TOWN.value(), StationType.TOWN_STATION, DivisionLevel.TOWN, "ST-511523");
    // The room's community is on the map; the room itself was never opened.
    intake.heard(
        new DivisionRegistered(
            ROOM.division(),
            "某社区",
            DivisionLevel.COMMUNITY,
            new DivisionCode("511523100"),
            LocalDate.of(2019, 10, 31),
            true));
  }

  @AfterAll
  static void stop() {
    intake.close();
  }

  private static String body(String text, String more) {
    return """
    {"unit":"RM-511523100001","kind":"VIOLENCE","pupil":false,"text":"%s"%s}\
    """
        .formatted(text, more);
  }

  private static Answer ok(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
    return answer;
  }

  private static String raised(String text) {
    return ok(intake.post(room, PATH, body(text, ""))).text("/alert");
  }

  private static List<Said> saidOf(String alert) {
    return intake.said(Topic.NEEDS).stream().filter(it -> it.key().equals(alert)).toList();
  }

  private static String stored() {
    var all = new StringBuilder();
    MongoDatabase database = intake.bean(MongoDatabase.class);
    for (String name : database.listCollectionNames()) {
      for (Document found : database.getCollection(name).find()) {
        all.append(found.toJson()).append('\n');
      }
    }
    return all.toString();
  }

  @Test
  void an_alert_of_a_unit_that_never_opened_goes_its_whole_way() {
    Answer made = ok(intake.post(room, PATH, body("密语:孩子身上有伤", "")));
    String alert = made.text("/alert");
    assertThat(made.headers().firstValue("Location")).hasValue(PATH + "/" + alert);
    assertThat(made.text("/status")).isEqualTo("RAISED");
    assertThat(made.text("/reportBy")).isEqualTo("2026-11-23T06:00:00Z");
    assertThat(ok(intake.post(room, PATH + "/" + alert + "/report", REPORT)).text("/status"))
        .isEqualTo("REPORTED");
    String close = "{\"reference\":\"江公2026第1号\"}";
    assertThat(intake.post(room, PATH + "/" + alert + "/close", close).status()).isEqualTo(403);
    Answer closed = ok(intake.post(head, PATH + "/" + alert + "/close", close));
    assertThat(closed.text("/status")).isEqualTo("CLOSED");
    assertThat(closed.body()).contains("密语:孩子身上有伤").contains("江公2026第1号");
    eventually(() -> assertThat(saidOf(alert)).hasSize(2));
    assertThat(saidOf(alert))
        .extracting(it -> it.data().toString())
        .containsExactly(
            """
            {"alert":"%s","unit":"RM-511523100001","raisedAt":"2026-11-23T04:00:00Z"}\
            """
                .formatted(alert),
            """
            {"alert":"%s","reportedTo":["POLICE","CIVIL_AFFAIRS"],\
            "reportedAt":"2026-11-23T04:00:00Z"}\
            """
                .formatted(alert));
  }

  @Test
  void a_report_that_is_not_whole_or_not_in_order_is_refused() {
    String alert = raised("孩子无人照看");
    String path = PATH + "/" + alert + "/report";
    Answer police =
        intake.post(
            room, path, "{\"reports\":[{\"to\":\"POLICE\",\"at\":\"2026-11-23T04:00:00Z\"}]}");
    assertThat(police.text("/code")).isEqualTo("NEED-055");
    assertThat(police.status()).isEqualTo(422);
    assertThat(police.text("/detail")).contains("CIVIL_AFFAIRS");
    Answer early = intake.post(room, path, REPORT.replace("T04:00:00Z\"}]", "T03:59:59Z\"}]"));
    assertThat(early.text("/code")).isEqualTo("NEED-031");
    ok(intake.post(room, path, REPORT));
    assertThat(intake.post(room, path, REPORT).text("/code")).isEqualTo("NEED-056");
  }

  @Test
  void of_a_pupil_education_is_told() {
    String alert =
        ok(intake.post(room, PATH, body("孩子逃学", "").replace("\"pupil\":false", "\"pupil\":true")))
            .text("/alert");
    Answer refused = intake.post(room, PATH + "/" + alert + "/report", REPORT);
    assertThat(refused.text("/detail")).contains("EDUCATION");
  }

  @Test
  void two_hours_without_a_report_are_told_once() {
    String alert = raised("老人被打");
    String reported = raised("老人被骂");
    ok(intake.post(room, PATH + "/" + reported + "/report", REPORT));
    intake.clock().advance(Duration.ofHours(2));
    eventually(() ->
        assertThat(saidOf(alert))
            .filteredOn(it -> it.event() instanceof SafeguardingReportOverdue)
            .hasSize(1));
    assertThat(ok(intake.get(head, PATH + "/" + alert)).json().path("late").asBoolean()).isTrue();
    assertThat(saidOf(reported)).hasSize(2);
    intake.clock().advance(Duration.ofHours(-2));
  }

  @Test
  void few_see_an_alert_and_fewer_a_list() {
    String alert = raised("密语:邻居报告");
    String path = PATH + "/" + alert;
    ok(intake.get(room, path));
    ok(intake.get(head, path));
    ok(intake.get(intake.token(Role.CAB, "511523"), path));
    String colleague = intake.token(Role.TST_WORKER, TOWN);
    assertThat(intake.get(colleague, path).status()).isEqualTo(404);
    String foreign = intake.token(Role.TST_HEAD, new StationId("ST-511523101"));
    assertThat(intake.get(foreign, path).status()).isEqualTo(404);
    assertThat(intake.get(intake.token(Role.AUDITOR, "511523"), path).status()).isEqualTo(403);
    assertThat(intake.get(room, PATH).status()).isEqualTo(403);
    assertThat(intake.get(colleague, PATH).status()).isEqualTo(403);
    Answer listed = ok(intake.get(head, PATH + "?status=RAISED&limit=200"));
    assertThat(listed.body()).contains(alert).doesNotContain("密语");
    assertThat(intake.get(foreign, PATH).json().size()).isZero();
    assertThat(intake.post(foreign, PATH, body("别处", "")).status()).isEqualTo(404);
  }

  @Test
  void a_repeated_alert_is_the_same_alert() {
    String key = UUID.randomUUID().toString();
    Answer first = ok(intake.post(room, PATH, body("一次", ""), key));
    Answer again = ok(intake.post(room, PATH, body("一次", ""), key));
    assertThat(again.text("/alert")).isEqualTo(first.text("/alert"));
    assertThat(intake.post(room, PATH, body("两次", ""), key).text("/code")).isEqualTo("API-007");
  }

  @Test
  void the_words_are_sealed_whoever_it_is_of_and_end_with_the_resident() {
    String own = "密语" + UUID.randomUUID();
    String nobodys = raised(own);
    String worker = intake.token(Role.TST_WORKER, TOWN);
    String ref =
        ok(intake.post(
                worker,
                "/api/v1/residents",
                """
                {"unit":"ST-511523100","name":"张标记","ageBand":"FROM_60"}\
                """))
            .text("/resident");
    String of = "密语" + UUID.randomUUID();
    String residents =
        ok(intake.post(room, PATH, body(of, ",\"residentRef\":\"" + ref + "\""))).text("/alert");
    assertThat(stored()).contains(nobodys, residents).doesNotContain(own).doesNotContain(of);
    assertThat(intake.get(head, PATH + "/" + residents).body()).contains(of);
    ok(intake.post(head, "/api/v1/residents/" + ref + "/erase", "{\"reason\":\"RESIDENT_ASKED\"}"));
    assertThat(ok(intake.get(head, PATH + "/" + residents)).body()).doesNotContain(of);
    assertThat(ok(intake.get(head, PATH + "/" + nobodys)).body()).contains(own);
    assertThat(ok(intake.post(head, PATH + "/" + residents + "/report", REPORT)).text("/status"))
        .isEqualTo("REPORTED");
    String after = "密语" + UUID.randomUUID();
    String erased =
        ok(intake.post(room, PATH, body(after, ",\"residentRef\":\"" + ref + "\""))).text("/alert");
    assertThat(intake.get(head, PATH + "/" + erased).body()).contains(after);
    assertThat(stored()).doesNotContain(after);
  }
}

package org.threefold.projects.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.testkit.Eventually.eventually;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.threefold.access.Actor;
import org.threefold.access.Role;
import org.threefold.events.DeptCode;
import org.threefold.events.DivisionCode;
import org.threefold.events.StationEvent.StationActivated;
import org.threefold.events.StationId;
import org.threefold.events.Topic;
import org.threefold.projects.ProjectManagementApplication;
import org.threefold.teststand.Answer;
import org.threefold.teststand.Said;
import org.threefold.teststand.Stand;
import tools.jackson.databind.JsonNode;

/** Departments announce their activities, by topic and over HTTP, well and badly. */
class DepartmentActivityIT {

  private static final String ACTIVITIES = "/api/v1/activities";
  private static final StationId ROOM = new StationId("RM-511523100001");
  private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

  private static Stand management;
  private static DepartmentSystem system;
  private static DepartmentSystem stranger;
  private static String cyl;
  private static String wmf;
  private static String auditor;

  @BeforeAll
  static void start() {
    management = Stand.start(ProjectManagementApplication.class, "project-management");
    cyl = token(Role.PURCHASER, "511523", "CYL");
    wmf = token(Role.PURCHASER, "511523", "WMF");
    auditor = token(Role.AUDITOR, "511523", null);
    String cab = token(Role.CAB, "511523", "CAB");
    for (String dept : List.of("CYL", "WMF")) {
      Answer made =
          management.post(
              cab,
              "/api/v1/purchasers",
              """
              {"dept":"%s","name":"某部门","establishment":"MASS_ORG_ADMIN","sourceSystem":"dept-%s"}\
              """
                  .formatted(dept, dept.toLowerCase(Locale.ROOT)));
      assertThat(made.status()).as(made.body()).isEqualTo(201);
    }
    management.heard(new StationActivated(ROOM, LONG_AGO, false));
    system = new DepartmentSystem(management, "dept-cyl");
    stranger = new DepartmentSystem(management, "dept-unheard-of");
  }

  private static String token(Role role, String area, @Nullable String dept) {
    return management.token(
        new Actor(
            role + "@" + area + dept,
            Set.of(role),
            new DivisionCode(area),
            null,
            dept == null ? null : new DeptCode(dept),
            null));
  }

  @AfterAll
  static void stop() {
    stranger.close();
    system.close();
    management.close();
  }

  @Test
  void a_system_announces_changes_and_reports_an_activity_in_either_mode() {
    system.binary("a-1", "published", "A", published("A", 1, "童伴计划"));
    eventually(() -> assertThat(typesOf("dept-cyl:A")).containsExactly("accepted"));
    Said accepted = factsOf("dept-cyl:A").getFirst();
    assertThat(accepted.attributes().cause()).isEqualTo("event/dept-cyl#a-1");
    assertThat(accepted.attributes().actor()).isEqualTo("SYSTEM@dept-cyl");
    assertThat(accepted.attributes().division()).isEqualTo(ROOM.division());
    assertThat(accepted.data().at("/plan/type").asString()).isEqualTo("CHILD_COMPANION");
    assertThat(get(cyl, "dept-cyl:A").text("/title")).isEqualTo("童伴计划");

    system.structured("a-2", "published", "A", published("A", 2, "童伴计划(冬)"));
    assertThat(get(cyl, "dept-cyl:A").text("/title")).isEqualTo("童伴计划(冬)");
    management.clock().advance(Duration.ofDays(60));
    system.binary("a-3", "reported", "A", reported("A", 3, 46, 138));
    assertThat(get(cyl, "dept-cyl:A").json().at("/report/personTimes").asInt()).isEqualTo(138);
    management.clock().advance(Duration.ofDays(-60));

    // All of it once more, as if somebody replayed the topic from zero.
    system.structured("a-1", "published", "A", published("A", 1, "童伴计划"));
    system.binary("a-2", "published", "A", published("A", 2, "童伴计划(冬)"));
    system.binary("a-3", "reported", "A", reported("A", 3, 46, 138));
    assertThat(typesOf("dept-cyl:A")).containsExactly("accepted", "revised", "reported");
    assertThat(management.said(Topic.PROJECTS).toString()).doesNotContain("童伴计划", "童伴之家");
  }

  @Test
  void what_breaks_rules_is_rejected_with_every_code_and_may_be_put_right() {
    String bad =
        published("B", 1, "联系人 13812345678")
            .replace("\"CHILD_LEFT_BEHIND\"", "")
            .replace("RM-511523100001", "RM-511523100999");
    system.binary("b-1", "published", "B", bad);
    eventually(() -> assertThat(typesOf("dept-cyl:B")).containsExactly("rejected"));
    assertThat(factsOf("dept-cyl:B").getFirst().data().at("/codes").toString())
        .isEqualTo("[\"PROJ-061\",\"PROJ-064\",\"PROJ-065\"]");
    Answer rejected = get(cyl, "dept-cyl:B");
    assertThat(rejected.text("/status")).isEqualTo("REJECTED");
    assertThat(rejected.text("/refusals/0/codes/0")).isEqualTo("PROJ-061");
    assertThat(rejected.body()).doesNotContain("138");

    system.binary("b-2", "published", "B", published("B", 2, "童伴计划"));
    assertThat(get(cyl, "dept-cyl:B").text("/status")).isEqualTo("ACCEPTED");
    system.binary("b-3", "published", "B", published("B", 3, "x").replace("\"CYL\"", "\"WMF\""));
    eventually(() ->
        assertThat(typesOf("dept-cyl:B")).containsExactly("rejected", "accepted", "rejected"));
    assertThat(factsOf("dept-cyl:B").getLast().data().at("/codes/0").asString())
        .isEqualTo("PROJ-060");
    assertThat(get(cyl, "dept-cyl:B").json().at("/revision").asInt()).isEqualTo(2);
  }

  @Test
  void a_revision_that_came_before_the_first_stands_when_the_first_has_come() {
    system.binary("e-2", "published", "E", published("E", 2, "第二版"));
    eventually(() -> assertThat(typesOf("dept-cyl:E")).containsExactly("rejected"));
    management.restart();
    system.binary("e-1", "published", "E", published("E", 1, "第一版"));
    eventually(
        () -> assertThat(typesOf("dept-cyl:E")).containsExactly("rejected", "accepted", "revised"));
    assertThat(get(cyl, "dept-cyl:E").text("/title")).isEqualTo("第二版");
  }

  @Test
  void a_system_that_nobody_registered_is_rejected_and_only_the_county_sees_it() {
    String id = "dept-unheard-of:C";
    stranger.binary(
        "c-1", "published", "C", published("C", 1, "x").replace("dept-cyl", "dept-unheard-of"));
    eventually(() -> assertThat(typesOf(id)).containsExactly("rejected"));
    assertThat(factsOf(id).getFirst().data().at("/codes/0").asString()).isEqualTo("PROJ-062");
    assertThat(get(cyl, id).status()).isEqualTo(404);
    assertThat(get(auditor, id).text("/status")).isEqualTo("REJECTED");
  }

  @Test
  void what_fits_nothing_is_parked_with_the_reason_and_blocks_nobody() {
    system.junk("D", "not even JSON");
    system.binary("d-1", "published", "D", "{\"deptCode\": \"CYL\"}");
    system.binary("d-2", "published", "D", published("D", 0, "童伴计划"));
    system.binary("d-3", "published", "D", published("E", 1, "童伴计划"));
    system.binary("d-4", "published", "13812345678", published("13812345678", 1, "童伴计划"));
    system.binary("d-5", "danced-about", "D", "{}");
    system.binary("d-6", "published", "D", published("D", 1, "童伴计划"));
    system.binary("d-6", "published", "D", published("D", 1, "另一活动"));

    assertThat(get(cyl, "dept-cyl:D").text("/title")).isEqualTo("童伴计划");
    JsonNode parked = management.get(auditor, "/actuator/parked").json().at("/activities");
    List<String> listed =
        parked
            .valueStream()
            .map(it -> it.at("/key").asString() + " " + it.at("/kind").asString())
            .toList();
    assertThat(listed).contains("dept-cyl:D MISFIT", "dept-cyl:13812345678 MISFIT");
    assertThat(
            parked
                .valueStream()
                .filter(it -> it.at("/key").asString().equals("dept-cyl:D"))
                .map(it -> it.at("/records").asInt()))
        .containsExactly(5);
    assertThat(factsOf("dept-cyl:13812345678")).isEmpty();
  }

  @Test
  void the_same_event_by_topic_and_over_http_is_one_event() {
    String document = system.document("f-1", "published", "F", published("F", 1, "童伴计划"));
    Answer first = tell(cyl, document);
    assertThat(first.status()).as(first.body()).isEqualTo(201);
    assertThat(first.header("Location")).isEqualTo(ACTIVITIES + "/dept-cyl:F");
    assertThat(tell(cyl, document).header("ETag")).isEqualTo(first.header("ETag"));
    system.binary("f-1", "published", "F", published("F", 1, "童伴计划"));
    Answer other = tell(cyl, document.replace("童伴计划", "另一活动"));
    assertThat(other.text("/code")).isEqualTo("API-007");
    Answer cancelled = tell(cyl, system.document("f-2", "cancelled", "F", cancelled("F", 2)));
    assertThat(cancelled.text("/status")).isEqualTo("CANCELLED");
    eventually(() -> assertThat(typesOf("dept-cyl:F")).containsExactly("accepted", "cancelled"));
    assertThat(factsOf("dept-cyl:F").getFirst().attributes().actor()).isEqualTo("PURCHASER@CYL");
  }

  @Test
  void a_clerk_announces_cancels_and_reports_for_the_own_department_only() {
    String key = UUID.randomUUID().toString();
    String body = published("G", 1, "童伴计划");
    Answer made = management.post(cyl, ACTIVITIES, body, key);
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(management.post(cyl, ACTIVITIES, body, key).header("ETag"))
        .isEqualTo(made.header("ETag"));
    assertThat(post(wmf, "", published("H", 1, "童伴计划")).status()).isEqualTo(404);
    assertThat(post(wmf, "/dept-cyl:G/cancel", "").status()).isEqualTo(404);
    assertThat(post(wmf, "/dept-cyl:G/report", figures(1, 1)).status()).isEqualTo(404);
    assertThat(post(auditor, "/dept-cyl:G/cancel", "").status()).isEqualTo(403);

    refused(post(cyl, "/dept-cyl:G/report", figures(1, 1)), 409, "PROJ-069");
    management.clock().advance(Duration.ofDays(60));
    refused(post(cyl, "/dept-cyl:G/report", figures(46, 45)), 409, "PROJ-040");
    Answer reported = post(cyl, "/dept-cyl:G/report", figures(46, 138));
    assertThat(reported.text("/status")).as(reported.body()).isEqualTo("REPORTED");
    refused(post(cyl, "/dept-cyl:G/cancel", ""), 409, "PROJ-001");
    post(cyl, "", published("I", 1, "童伴计划"));
    management.clock().advance(Duration.ofDays(300));
    refused(post(cyl, "/dept-cyl:I/cancel", ""), 409, "PROJ-068");
    management.clock().advance(Duration.ofDays(-360));
    assertThat(post(cyl, "/dept-cyl:I/cancel", "").text("/status")).isEqualTo("CANCELLED");
  }

  @Test
  void a_refusal_to_a_person_is_a_problem_and_nothing_of_it_is_kept() {
    refused(post(cyl, "", published("K", 1, "电话 13812345678")), 422, "PROJ-061");
    refused(post(cyl, "", published("K", 2, "童伴计划")), 409, "PROJ-066");
    refused(post(cyl, "", published("K", 1, "x").replace("\"CYL\"", "\"PUB\"")), 409, "PROJ-060");
    refused(
        post(cyl, "", published("K", 1, "x").replace("dept-cyl", "dept-nobody")), 409, "PROJ-062");
    refused(post(cyl, "", published("K", 1, "x").replace("}", ",\"costFen\":5}")), 409, "PROJ-063");
    refused(post(cyl, "", published("13812345678", 1, "x")), 422, "PROJ-061");
    refused(post(cyl, "", published("K", 0, "x")), 400, "API-003");
    refused(post(cyl, "", "{\"deptCode\":\"CYL\"}"), 400, "API-003");
    refused(tell(cyl, "{}"), 400, "API-003");
    refused(tell(cyl, system.document("k-1", "danced", "K", "{}")), 400, "API-003");
    refused(tell(cyl, system.document("k-1", "cancelled", "L", cancelled("K", 1))), 400, "API-003");
    assertThat(get(cyl, "dept-cyl:K").status()).isEqualTo(404);
    assertThat(factsOf("dept-cyl:K")).isEmpty();
  }

  @Test
  void everybody_sees_what_concerns_them() {
    post(cyl, "", published("M", 1, "社区活动"));
    post(cyl, "", published("N", 1, "全县活动").replace("\"RM-511523100001\"", ""));
    String room = management.token(Role.RM_WORKER, ROOM);
    String elsewhere = management.token(Role.RM_WORKER, new StationId("RM-511523101001"));
    String town = management.token(Role.TST_WORKER, new StationId("ST-511523100"));
    for (String token : List.of(cyl, auditor, room, town)) {
      assertThat(listed(token)).contains("dept-cyl:M", "dept-cyl:N");
    }
    assertThat(listed(elsewhere)).contains("dept-cyl:N").doesNotContain("dept-cyl:M");
    assertThat(get(elsewhere, "dept-cyl:M").status()).isEqualTo(404);
    assertThat(get(room, "dept-cyl:M").text("/title")).isEqualTo("社区活动");
    assertThat(listed(wmf)).isEmpty();
    assertThat(get(wmf, "dept-cyl:N").status()).isEqualTo(404);
    assertThat(management.get(token(Role.UNDERTAKER, "511523", null), ACTIVITIES).status())
        .isEqualTo(403);
    assertThat(management.get(auditor, ACTIVITIES + "?status=ACCEPTED&dept=WMF").json()).isEmpty();
  }

  // --- what departments say

  private static String published(String sourceId, int revision, String title) {
    return """
    {"deptCode":"CYL","sourceSystem":"dept-cyl","sourceId":"%s","revision":%d,"title":"%s",
     "type":"CHILD_COMPANION","startAt":"2026-12-20T09:00:00+08:00",
     "endAt":"2027-06-27T17:00:00+08:00","place":"童伴之家","unitIds":["RM-511523100001"],
     "groups":["CHILD_LEFT_BEHIND"]}\
    """
        .formatted(sourceId, revision, title);
  }

  private static String cancelled(String sourceId, int revision) {
    return """
    {"deptCode":"CYL","sourceSystem":"dept-cyl","sourceId":"%s","revision":%d}\
    """
        .formatted(sourceId, revision);
  }

  private static String reported(String sourceId, int revision, int persons, int personTimes) {
    return cancelled(sourceId, revision)
        .replace("}", "," + figures(persons, personTimes).substring(1));
  }

  private static String figures(int persons, int personTimes) {
    return """
    {"persons":%d,"personTimes":%d,"sessions":7,"costFen":0}\
    """
        .formatted(persons, personTimes);
  }

  private static List<Said> factsOf(String activity) {
    return management.said(Topic.PROJECTS).stream()
        .filter(it -> it.key().equals(activity))
        .toList();
  }

  private static List<String> typesOf(String activity) {
    return factsOf(activity).stream()
        .map(it -> it.type().replace("org.threefold.department-activity.", "").replace(".v1", ""))
        .toList();
  }

  private static Answer post(String token, String path, String json) {
    return management.post(token, ACTIVITIES + path, json);
  }

  private static Answer tell(String token, String document) {
    return management.send(
        management
            .request(token, ACTIVITIES)
            .header("Content-Type", "application/cloudevents+json; charset=UTF-8")
            .POST(BodyPublishers.ofString(document)));
  }

  private static Answer get(String token, String activity) {
    return management.get(token, ACTIVITIES + "/" + activity);
  }

  private static List<String> listed(String token) {
    return Stream.of(management.get(token, ACTIVITIES + "?limit=200").json())
        .flatMap(JsonNode::valueStream)
        .map(it -> it.at("/activity").asString())
        .toList();
  }

  private static void refused(Answer answer, int status, String code) {
    assertThat(answer.text("/code")).as(answer.body()).isEqualTo(code);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text("/detail")).isNotEmpty().isNotEqualTo(code);
  }
}

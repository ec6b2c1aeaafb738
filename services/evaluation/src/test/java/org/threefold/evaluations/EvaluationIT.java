package org.threefold.evaluations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.testkit.Eventually.eventually;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.threefold.access.Actor;
import org.threefold.access.Role;
import org.threefold.events.ContractId;
import org.threefold.events.DeptCode;
import org.threefold.events.DivisionCode;
import org.threefold.events.EvaluationEvent.EvaluationFinalised;
import org.threefold.events.EvaluationEvent.EvaluationPlanned;
import org.threefold.events.EvaluationEvent.EvaluationResultNotified;
import org.threefold.events.EvaluationEvent.EvaluationScored;
import org.threefold.events.EvaluationEvent.GovPerformanceSubmitted;
import org.threefold.events.EvaluationEvent.IncentiveGranted;
import org.threefold.events.EvaluationEvent.IndicatorSystemPublished;
import org.threefold.events.EvaluationEvent.SupervisionFindingClosed;
import org.threefold.events.EvaluationEvent.SupervisionFindingRaised;
import org.threefold.events.EvaluationEvent.SupervisionVisitRecorded;
import org.threefold.events.EvaluationEvent.SurveyClosed;
import org.threefold.events.EvaluationEvent.SurveyOpened;
import org.threefold.events.EvaluationEvent.ThirdPartyAssessmentSubmitted;
import org.threefold.events.EvaluationEvent.ThirdPartyEngaged;
import org.threefold.events.EvaluationId;
import org.threefold.events.Event;
import org.threefold.events.GovernanceField;
import org.threefold.events.Grade;
import org.threefold.events.ItemCode;
import org.threefold.events.OperatorId;
import org.threefold.events.ProjectEvent.AcceptancePassed;
import org.threefold.events.ProjectEvent.ProjectCompletionClaimed;
import org.threefold.events.ProjectEvent.ProjectContracted;
import org.threefold.events.ProjectEvent.ProjectInitiated;
import org.threefold.events.ProjectEvent.ProjectStarted;
import org.threefold.events.ProjectId;
import org.threefold.events.PurchaseMethod;
import org.threefold.events.StationEvent.OperatingContractSigned;
import org.threefold.events.StationId;
import org.threefold.events.Topic;
import org.threefold.teststand.Answer;
import org.threefold.teststand.Said;
import org.threefold.teststand.Stand;

/**
 * Evaluation as others meet it: steps 12 to 22 and 27 of domain §5.1, over HTTP and on its topics.
 */
class EvaluationIT {

  private static final OperatorId UNDERTAKER = new OperatorId("OP-LOCAL-1");
  private static final DeptCode PURCHASER = new DeptCode("WMF");
  private static final String HASH = "ab".repeat(32);

  private static final Actor HUB = actor("hub", Role.HUB_MANAGER, "511523", null, null);
  private static final Actor CAB = actor("cab", Role.CAB, "511523", "CAB", null);
  private static final Actor WMF = actor("wmf", Role.PURCHASER, "511523", "WMF", null);
  private static final Actor PUB = actor("pub", Role.PURCHASER, "511523", "PUB", null);
  private static final Actor THIRD = actor("third", Role.EVALUATOR, "511523", null, "EV-1");
  private static final Actor OTHER = actor("other", Role.EVALUATOR, "511523", null, "EV-2");
  private static final Actor RESIDENT = actor("resident", Role.RESIDENT, "511523", null, null);
  private static final Actor TOWN = actor("town", Role.TST_HEAD, "511523101", null, null);

  private static Stand county;
  private static LocalDate today;
  private static LocalDate end;

  @BeforeAll
  static void start() {
    county =
        Stand.start(
            EvaluationApplication.class,
            "evaluation",
            Map.of("evaluations.appeal-working-days", 0));
    today = LocalDate.now(county.clock());
    end = today.plusDays(100);
    county.heard(
        new OperatingContractSigned(
            new ContractId("OC-1"),
            new OperatorId("OP-INTRO-1"),
            List.of(new StationId("ST-511523"), new StationId("ST-511523100")),
            today.minusYears(1),
            today.plusYears(1),
            PurchaseMethod.OPEN_TENDER,
            0));
  }

  @AfterAll
  static void stop() {
    county.close();
  }

  @Test
  void a_project_is_judged_by_three_parties_and_the_result_counts() {
    var project = new ProjectId("P-2026-511523100-0001");
    String path = "/evaluations/E-" + project + "-FINAL";
    begin(project, path);

    String conflicted = engagement("OP-INTRO-1");
    assertThat(post(HUB, path + "/engage-third-party", conflicted).text("/code"))
        .isEqualTo("EVAL-020");
    assertThat(post(HUB, path + "/engage-third-party", engagement("EV-1")).status()).isEqualTo(200);
    supervise(project, path);

    county.heard(new ProjectCompletionClaimed(project, List.of(), 138));
    assertThat(get(HUB, path).text("/status")).isEqualTo("COLLECTING");
    answer(path);
    judge(path);

    assertThat(post(HUB, path + "/score", "{}").text("/code")).isEqualTo("EVAL-031");
    county.heard(new AcceptancePassed(project, 1));
    assertThat(post(HUB, path + "/score", "{}").status()).isEqualTo(200);
    eventually(() -> assertThat(get(HUB, path).text("/status")).isEqualTo("FINAL"));
    var seen = get(HUB, path);
    assertThat(seen.text("/result/grade")).isEqualTo("良好");
    assertThat(seen.text("/result/published")).isEqualTo("83.65");
    assertThat(seen.text("/result/parts/1/part")).isEqualTo("34.0000");
    eventually(() -> {
      List<Event> said = said().stream().filter(it -> it.flow().equals(project.value())).toList();
      assertThat(said)
          .extracting(Event::getClass)
          .containsExactly(
              EvaluationPlanned.class,
              ThirdPartyEngaged.class,
              SupervisionVisitRecorded.class,
              SupervisionFindingRaised.class,
              SupervisionFindingClosed.class,
              SurveyOpened.class,
              SurveyClosed.class,
              ThirdPartyAssessmentSubmitted.class,
              GovPerformanceSubmitted.class,
              EvaluationScored.class,
              EvaluationResultNotified.class,
              EvaluationFinalised.class,
              IncentiveGranted.class);
      assertThat(said)
          .contains(
              new EvaluationFinalised(
                  new EvaluationId("E-" + project + "-FINAL"),
                  project,
                  UNDERTAKER,
                  new BigDecimal("83.65"),
                  Grade.GOOD));
    });
  }

  @Test
  void weights_are_published_and_others_than_a_hundred_are_not() {
    String weights =
        """
        {"system":"JA-TEST","residentWeight":40,"thirdPartyWeight":30,"governmentWeight":30,
         "effectiveFrom":"2026-01-01"}\
        """;
    assertThat(post(CAB, "/indicator-systems", weights).status()).isEqualTo(201);
    assertThat(post(CAB, "/indicator-systems", weights.replace(":40", ":41")).text("/code"))
        .isEqualTo("EVAL-001");
    assertThat(get(TOWN, "/indicator-systems/JA-TEST").text("/versions/0/formula"))
        .isEqualTo("F2(40,30,30)");
    eventually(() ->
        assertThat(said())
            .contains(
                new IndicatorSystemPublished(
                    "JA-TEST", 1, "F2(40,30,30)", 40, 30, 30, LocalDate.of(2026, 1, 1))));
  }

  @Test
  void everybody_sees_what_is_theirs() {
    var project = new ProjectId("P-2026-511523100-0002");
    String path = "/evaluations/E-" + project + "-FINAL";
    begin(project, path);
    post(HUB, path + "/engage-third-party", engagement("EV-2"));
    assertThat(get(OTHER, path).status()).isEqualTo(200);
    assertThat(get(THIRD, path).status()).isEqualTo(404);
    assertThat(get(WMF, path).status()).isEqualTo(200);
    assertThat(get(PUB, path).status()).isEqualTo(404);
    assertThat(get(TOWN, path).status()).isEqualTo(404);
    assertThat(get(RESIDENT, path).status()).isEqualTo(403);
    assertThat(get(OTHER, "/evaluations").json().size()).isEqualTo(1);
    assertThat(get(PUB, "/evaluations").json().size()).isZero();
    assertThat(get(TOWN, "/evaluations").json().size()).isZero();
    assertThat(get(HUB, "/evaluations?limit=1").json().size()).isEqualTo(1);
    assertThat(get(HUB, path + "/tokens").text("/code")).isEqualTo("EVAL-033");
  }

  private static void begin(ProjectId project, String path) {
    county.heard(
        new ProjectInitiated(
            project,
            new StationId("ST-511523100"),
            PURCHASER,
            new ItemCode("WMF-01"),
            GovernanceField.ELDERLY_CARE,
            "guide-1"));
    county.heard(
        new ProjectContracted(
            project,
            new ContractId("C-" + project),
            UNDERTAKER,
            PURCHASER,
            3_000_000,
            today,
            end,
            List.of()));
    assertThat(get(HUB, path).text("/status")).isEqualTo("PLANNED");
    assertThat(get(HUB, path).text("/due")).isEqualTo(end.minusDays(30).toString());
  }

  private static void supervise(ProjectId project, String path) {
    String visit = "{\"date\":\"" + today + "\"}";
    assertThat(post(THIRD, path + "/record-visit", visit).text("/code")).isEqualTo("EVAL-022");
    county.heard(new ProjectStarted(project, List.of(), 3, 1));
    assertThat(post(THIRD, path + "/record-visit", visit).status()).isEqualTo(200);
    assertThat(post(OTHER, path + "/record-visit", visit).text("/code")).isEqualTo("EVAL-021");
    String finding =
        "{\"visit\":\"V-1\",\"severity\":\"MINOR\",\"due\":\"" + today.plusDays(7) + "\"}";
    assertThat(post(THIRD, path + "/raise-finding", finding).text("/findings/0/finding"))
        .isEqualTo("F-1");
    assertThat(
            post(THIRD, path + "/close-finding", "{\"finding\":\"F-1\"}")
                .text("/findings/0/closedOn"))
        .isEqualTo(today.toString());
  }

  private static void answer(String path) {
    List<String> tokens = new ArrayList<>();
    get(HUB, path + "/tokens").json().forEach(token -> tokens.add(token.asString("")));
    assertThat(tokens).hasSize(138);
    assertThat(get(RESIDENT, path + "/tokens").status()).isEqualTo(403);
    for (int i = 0; i < 12; i++) {
      assertThat(post(RESIDENT, path + "/answers", answered(tokens.get(i), 5)).status())
          .isEqualTo(201);
    }
    assertThat(post(HUB, path + "/close-survey", "{\"windowEnded\":false}").text("/code"))
        .isEqualTo("EVAL-012");
    for (int i = 12; i < 19; i++) {
      assertThat(
              post(RESIDENT, path + "/answers", answered(tokens.get(i), i < 17 ? 4 : 3)).status())
          .isEqualTo(201);
    }
    assertThat(post(RESIDENT, path + "/answers", answered(tokens.get(0), 1)).text("/code"))
        .isEqualTo("EVAL-011");
    assertThat(post(RESIDENT, path + "/answers", answered("1-" + "0".repeat(20), 1)).text("/code"))
        .isEqualTo("EVAL-011");
    assertThat(post(RESIDENT, path + "/answers", answered(tokens.get(30), 6)).status())
        .isEqualTo(400);
    String same = answered(tokens.get(137), 4);
    assertThat(post(RESIDENT, path + "/answers", same, "once").status()).isEqualTo(201);
    assertThat(post(RESIDENT, path + "/answers", same, "once").status()).isEqualTo(201);
    var closed = post(HUB, path + "/close-survey", "{\"windowEnded\":false}", "close");
    assertThat(closed.json().at("/survey/count/answers").asInt()).isEqualTo(20);
    assertThat(closed.text("/survey/count/score")).isEqualTo("87.50");
    assertThat(post(HUB, path + "/close-survey", "{\"windowEnded\":false}", "close").body())
        .isEqualTo(closed.body());
    assertThat(post(RESIDENT, path + "/answers", answered(tokens.get(50), 1)).text("/code"))
        .isEqualTo("EVAL-033");
  }

  private static void judge(String path) {
    assertThat(post(HUB, path + "/score", "{}").text("/code")).isEqualTo("EVAL-030");
    String report = "{\"score\":%s,\"reportSha256\":\"" + HASH + "\"}";
    assertThat(post(THIRD, path + "/submit-third-party", report.formatted("101")).text("/code"))
        .isEqualTo("EVAL-003");
    assertThat(post(THIRD, path + "/submit-third-party", report.formatted("85")).status())
        .isEqualTo(200);
    assertThat(post(PUB, path + "/submit-government", "{\"score\":78}").text("/code"))
        .isEqualTo("EVAL-021");
    assertThat(post(WMF, path + "/submit-government", "{\"score\":78}").status()).isEqualTo(200);
  }

  private static Answer get(Actor actor, String path) {
    return county.get(county.token(actor), "/api/v1" + path);
  }

  private static Answer post(Actor actor, String path, String json) {
    return county.post(county.token(actor), "/api/v1" + path, json);
  }

  private static Answer post(Actor actor, String path, String json, String key) {
    return county.post(county.token(actor), "/api/v1" + path, json, key);
  }

  private static List<Event> said() {
    return county.said(Topic.EVALUATIONS).stream().map(Said::event).toList();
  }

  private static String engagement(String evaluator) {
    return "{\"evaluator\":\"" + evaluator + "\",\"linkedBodies\":[]}";
  }

  private static String answered(String token, int value) {
    return """
    {"token":"%s","overall":%d,"gain":%d,"happiness":%d,"security":%d,"recommend":%d}\
    """
        .formatted(token, value, value, value, value, value);
  }

  private static Actor actor(
      String subject, Role role, String area, @Nullable String dept, @Nullable String agency) {
    return new Actor(
        subject,
        Set.of(role),
        new DivisionCode(area),
        null,
        dept == null ? null : new DeptCode(dept),
        agency);
  }
}

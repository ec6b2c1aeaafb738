package org.threefold.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.threefold.local.CountyApi;
import org.threefold.local.CountySettings.Part;
import tools.jackson.databind.JsonNode;

/** One need is met by a social worker alone, and the county sees how far the case has come. */
@ExtendWith(RunningCounty.class)
class ACaseMeetsANeedTest {

  private static final String NEEDS = "/api/v1/needs/";

  @Test
  void a_need_is_met_by_a_case_and_its_thread_tells_each_stage(RunningCounty.Handle county) {
    CountyApi api = county.api();
    Stage stage = new Stage(api, "case");
    NeedActs needs = new NeedActs(stage);
    CaseActs acts = new CaseActs(stage, "S-CASE-1", "每周探访,陪同就医");
    acts.appoint();
    needs.collect();
    String need = needs.first();
    command(stage, need, "sort", Map.of("category", "COMPANIONSHIP"));
    command(
        stage,
        need,
        "analyse",
        Map.of("urgency", 3, "persons", 1, "feasibility", 4, "evidence", "入户走访"));

    acts.open(need);
    acts.assess();
    acts.plan();
    acts.intervene();
    acts.evaluate();
    acts.close();
    JsonNode served = stage.get("tst-worker", Part.NEEDS, NEEDS + need);
    assertThat(served.path("status").asString()).isEqualTo("SERVED");
    String today = NeedActs.today(stage).toString();
    Map<String, Object> feedback =
        Map.of("channel", "HOME_VISIT", "on", today, "text", "个案已结,生活稳定");
    command(stage, need, "give-feedback", feedback);
    command(stage, need, "confirm", Map.of("rating", 5));

    JsonNode trace =
        stage.awaitThat(
            "auditor",
            Part.OVERSIGHT,
            "/api/v1/trace/" + need,
            body -> typesOf(body).contains("need.closed.v1") && typesOf(body).size() == 14);
    assertThat(typesOf(trace))
        .containsSubsequence(
            "need.routed.v1",
            "case.opened.v1",
            "case.assessed.v1",
            "case.plan-agreed.v1",
            "case.intervention-recorded.v1",
            "case.evaluated.v1",
            "case.closed.v1",
            "need.feedback-given.v1",
            "need.closed.v1");
    assertThat(trace.toString()).doesNotContain("每周探访");
  }

  private static void command(Stage stage, String need, String what, Map<String, Object> body) {
    stage.post("tst-worker", Part.NEEDS, NEEDS + need + "/" + what, body);
  }

  private static List<String> typesOf(JsonNode trace) {
    return trace.path("hops").valueStream().map(hop -> hop.path("type").asString()).toList();
  }
}

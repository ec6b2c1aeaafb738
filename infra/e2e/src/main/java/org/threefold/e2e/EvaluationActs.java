package org.threefold.e2e;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.threefold.local.CountySettings.Part;
import tools.jackson.databind.JsonNode;

/** What the third party, the residents and the government do to judge a project. */
final class EvaluationActs {

  /** Longer than five working days, holidays and all. */
  private static final Duration APPEAL = Duration.ofDays(15);

  private static final String COUNTY = "hub-manager";
  private static final String REPORT =
      "5d41402abc4b2a76b9719d911017c5925d41402abc4b2a76b9719d911017c592";

  private final Stage stage;
  private String evaluation = "";

  EvaluationActs(Stage stage) {
    this.stage = stage;
  }

  private String path() {
    return "/api/v1/evaluations/" + evaluation;
  }

  private JsonNode command(String persona, String command, Object body) {
    return stage.post(persona, Part.EVALUATIONS, path() + "/" + command, body);
  }

  void engage(String project) {
    evaluation = "E-" + project + "-FINAL";
    stage.awaitThat(COUNTY, Part.EVALUATIONS, path(), body -> true);
    command(
        COUNTY, "engage-third-party", Map.of("evaluator", "EV-THIRD-1", "linkedBodies", List.of()));
  }

  void visit() {
    String today = NeedActs.today(stage).toString();
    JsonNode seen =
        stage.postWhenHeard(
            "evaluator", Part.EVALUATIONS, path() + "/record-visit", Map.of("date", today));
    String visit = seen.path("visits").path(0).path("visit").asString();
    JsonNode raised =
        command(
            "evaluator",
            "raise-finding",
            Map.of(
                "visit",
                visit,
                "severity",
                "MINOR",
                "due",
                NeedActs.today(stage).plusDays(10).toString()));
    String finding = raised.path("findings").path(0).path("finding").asString();
    command("evaluator", "close-finding", Map.of("finding", finding));
  }

  void threeLegs() {
    stage.awaitThat(COUNTY, Part.EVALUATIONS, path(), body -> !body.path("survey").isMissingNode());
    JsonNode tokens = stage.get(COUNTY, Part.EVALUATIONS, path() + "/tokens?limit=20");
    int number = 0;
    for (JsonNode token : tokens) {
      int mark = number < 12 ? 5 : number < 18 ? 4 : 3;
      number++;
      command(
          COUNTY,
          "answers",
          Map.of(
              "token", token.asString(),
              "overall", mark,
              "gain", mark,
              "happiness", mark,
              "security", mark,
              "recommend", mark));
    }
    command(COUNTY, "close-survey", Map.of("windowEnded", true));
    command("evaluator", "submit-third-party", Map.of("score", 85, "reportSha256", REPORT));
    command("purchaser", "submit-government", Map.of("score", 78));
  }

  void score() {
    JsonNode scored = stage.postWhenHeard(COUNTY, Part.EVALUATIONS, path() + "/score", Map.of());
    String published = scored.path("result").path("published").asString();
    String grade = scored.path("result").path("grade").asString();
    if (!published.equals("83.65") || !grade.equals("良好")) {
      throw new StoryFailed("The score is " + published + " " + grade);
    }
  }

  void finish() {
    stage.advance(APPEAL);
    stage.awaitField(COUNTY, Part.EVALUATIONS, path(), "status", "FINAL");
  }

  void expectIncentive() {
    stage.awaitThat(
        COUNTY,
        Part.EVALUATIONS,
        path(),
        body -> body.path("consequence").path("incentive").asString("").equals("PRIORITY"));
  }
}

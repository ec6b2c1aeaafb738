package org.threefold.e2e;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.threefold.local.CountySettings.Part;

/** What town station, panel, purchaser, undertaker and archivist do about a project. */
final class ProjectActs {

  private static final String TOWN = "tst-deputy-operator";
  private static final String UNDERTAKER = "undertaker";
  private static final String AGENCY = "OP-LOCAL-1";
  private static final int SESSIONS = 12;
  private static final int BENEFICIARIES = 138;

  private final Stage stage;
  private String project = "";

  ProjectActs(Stage stage) {
    this.stage = stage;
  }

  String id() {
    return project;
  }

  private String path() {
    return "/api/v1/projects/" + project;
  }

  private void command(String persona, String command, Object body) {
    stage.post(persona, Part.PROJECTS, path() + "/" + command, body);
  }

  /** A command that rests on what others have said. */
  private void commandWhenHeard(String persona, String command, Object body) {
    stage.postWhenHeard(persona, Part.PROJECTS, path() + "/" + command, body);
  }

  void awaitStatus(String status) {
    stage.awaitField(TOWN, Part.PROJECTS, path(), "status", status);
  }

  void initiate() {
    project =
        stage
            .post(
                TOWN,
                Part.PROJECTS,
                "/api/v1/projects",
                Map.of(
                    "owner", NeedActs.TOWN,
                    "purchaser", "CAB",
                    "item", "CAB-ELDER-01",
                    "field", "ELDERLY_CARE",
                    "guide", "v1",
                    "title", "老年助餐与陪伴"))
            .path("project")
            .asString();
  }

  void bundle(List<String> needs) {
    commandWhenHeard(TOWN, "bundle-needs", Map.of("needs", needs));
  }

  void design() {
    LocalDate today = NeedActs.today(stage);
    command(
        TOWN,
        "design",
        Map.of(
            "goals", List.of("60 位老人每周五次热餐和陪伴"),
            "budgetFen", 30_000_00,
            "budget",
                List.of(
                    Map.of("costCode", "PERSONNEL_SERVICE", "amountFen", 18_000_00),
                    Map.of("costCode", "ACTIVITY", "amountFen", 12_000_00)),
            "indicators", List.of(Map.of("code", "sessions", "target", SESSIONS, "unit", "次")),
            "milestones",
                List.of(
                    Map.of("id", "M1", "weight", 30, "due", today.plusDays(30).toString()),
                    Map.of("id", "M2", "weight", 40, "due", today.plusDays(90).toString()),
                    Map.of("id", "M3", "weight", 30, "due", today.plusDays(170).toString())),
            "start", today.toString(),
            "end", today.plusDays(180).toString(),
            "groups", List.of("ELDER")));
  }

  void requestFunding(MoneyActs money) {
    command(
        TOWN,
        "request-funding",
        Map.of(
            "lines",
            List.of(
                Map.of(
                    "fund",
                    money.elderly(),
                    "amountFen",
                    18_000_00,
                    "purpose",
                    "SERVICE_PROJECT",
                    "costCode",
                    "PERSONNEL_SERVICE"),
                Map.of(
                    "fund",
                    money.governance(),
                    "amountFen",
                    12_000_00,
                    "purpose",
                    "SERVICE_PROJECT",
                    "costCode",
                    "ACTIVITY"))));
  }

  void submitAndApprove() {
    command(TOWN, "submit-for-review", Map.of("reviewOn", NeedActs.today(stage).toString()));
    command(
        "cab",
        "approve",
        Map.of(
            "members",
            List.of(
                Map.of("memberRef", "PM-1", "employer", "CAB", "score", 80, "yes", true),
                Map.of("memberRef", "PM-2", "employer", "FIN", "score", 82, "yes", true),
                Map.of(
                    "memberRef", "PM-3", "employer", "UNIVERSITY-1", "score", 84, "yes", true))));
  }

  void contract() {
    command(
        "purchaser",
        "select-undertaker",
        Map.of("undertaker", AGENCY, "method", "COMPETITIVE_CONSULTATION", "reason", "三家比选"));
    LocalDate today = NeedActs.today(stage);
    commandWhenHeard(
        "purchaser",
        "sign-contract",
        Map.of("start", today.toString(), "end", today.plusDays(180).toString()));
  }

  void start() {
    commandWhenHeard(UNDERTAKER, "start", Map.of("team", 4, "certified", 2));
  }

  void holdSessions() {
    String today = NeedActs.today(stage).toString();
    for (int i = 0; i < SESSIONS; i++) {
      command(
          UNDERTAKER,
          "record-session",
          Map.of(
              "date", today,
              "method", "GROUP",
              "persons", 20,
              "personTimes", 24,
              "minutes", 120,
              "volunteers", 3));
    }
  }

  void reachMilestone(String milestone) {
    command(UNDERTAKER, "reach-milestone", Map.of("milestone", milestone, "evidenceCount", 2));
  }

  void claimCompletion() {
    command(UNDERTAKER, "claim-completion", Map.of("beneficiaries", BENEFICIARIES));
  }

  void passAcceptance() {
    command(
        "purchaser",
        "pass-acceptance",
        Map.of("outputs", List.of(Map.of("indicator", "sessions"))));
  }

  /** Files every document that the registry expects of this project. */
  void fileEverything() {
    String path = "/api/v1/archives/" + project;
    var file =
        stage.awaitThat(
            "archivist", Part.STATIONS, path, body -> body.path("expected").asInt() == 9);
    file.path("missing")
        .valueStream()
        .map(missing -> missing.asString())
        .forEach(document ->
            stage.post(
                "archivist",
                Part.STATIONS,
                path + "/file",
                Map.of(
                    "document",
                    document,
                    "title",
                    "老年助餐项目 " + document,
                    "sha256",
                    "0f".repeat(32),
                    "pages",
                    3,
                    "signed",
                    true)));
    stage.awaitThat("archivist", Part.STATIONS, path, body -> body.path("percent").asInt() == 100);
  }

  void close() {
    commandWhenHeard("tst-head", "close", Map.of());
    awaitStatus("CLOSED");
  }
}

package org.threefold.e2e;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.threefold.local.CountySettings.Part;

/** What a town station does with a need that becomes a case. */
final class CaseActs {

  private static final String WORKER = "tst-worker";

  private final Stage stage;
  private final String newcomer;
  private final String text;
  private String worker = "";
  private String caseId = "";

  /**
   * The acts of one worker.
   *
   * @param newcomer the reference of somebody who can join the station, if nobody is there
   * @param text what is written wherever something has to be
   */
  CaseActs(Stage stage, String newcomer, String text) {
    this.stage = stage;
    this.newcomer = newcomer;
    this.text = text;
  }

  /** Which case; empty until it is opened. */
  String id() {
    return caseId;
  }

  private LocalDate today() {
    return NeedActs.today(stage);
  }

  /** One of the station's social workers takes it on; if it has none yet, one joins it. */
  void appoint() {
    worker =
        stage
            .get("tst-head", Part.STATIONS, "/api/v1/stations/" + NeedActs.TOWN)
            .path("staff")
            .valueStream()
            .filter(it -> it.path("category").asString("").equals("SOCIAL_WORKER"))
            .filter(it -> it.path("fullTime").asBoolean())
            .map(it -> it.path("staffRef").asString())
            .findFirst()
            .orElseGet(this::hire);
  }

  private String hire() {
    stage.post(
        "tst-head",
        Part.STATIONS,
        "/api/v1/stations/" + NeedActs.TOWN + "/assign-staff",
        Map.of(
            "staffRef",
            newcomer,
            "category",
            "SOCIAL_WORKER",
            "fullTime",
            true,
            "employer",
            "OPERATOR",
            "from",
            today().toString()));
    return newcomer;
  }

  /** The need goes on as a case, as soon as intake has heard of the worker. */
  void open(String need) {
    Map<String, Object> route =
        Map.of(
            "route",
            "CASE",
            "worker",
            worker,
            "consentOn",
            today().toString(),
            "consentBy",
            "CLIENT");
    caseId =
        stage
            .postWhenHeard(WORKER, Part.NEEDS, "/api/v1/needs/" + need + "/route", route)
            .path("caseId")
            .asString();
  }

  private void act(String persona, String what, Map<String, Object> body) {
    stage.post(persona, Part.NEEDS, "/api/v1/cases/" + caseId + "/" + what, body);
  }

  void assess() {
    act(
        WORKER,
        "assess",
        Map.of(
            "interviews",
            List.of(Map.of("on", today().toString(), "text", text)),
            "problem",
            text,
            "strengths",
            text,
            "risk",
            "MEDIUM"));
  }

  void plan() {
    String until = today().plusMonths(6).toString();
    act(
        WORKER,
        "plan",
        Map.of(
            "goals",
            List.of(Map.of("text", text, "measure", text, "by", until)),
            "from",
            today().toString(),
            "until",
            until,
            "signed",
            true));
  }

  void intervene() {
    act(
        WORKER,
        "intervene",
        Map.of("on", today().toString(), "method", "HOME_VISIT", "minutes", 60, "text", text));
  }

  void evaluate() {
    act(WORKER, "evaluate", Map.of("scores", List.of(5), "clientScore", 5, "text", text));
  }

  void close() {
    act(WORKER, "close", Map.of("reason", "GOALS_MET", "note", text));
    act("supervisor", "countersign", Map.of());
  }
}

package org.threefold.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.testkit.Eventually.eventually;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.threefold.local.CountyApi;
import org.threefold.local.CountySettings.Part;

/** What a town station does with a need that becomes a case. */
final class CaseActs {

  private static final String WORKER = "tst-worker";

  private final CountyApi api;
  private final Stage stage;
  private final String staffRef;
  private final String text;

  /**
   * The acts of one worker.
   *
   * @param staffRef the reference of the worker, who is not at the station yet
   * @param text what is written wherever something has to be
   */
  CaseActs(CountyApi api, Stage stage, String staffRef, String text) {
    this.api = api;
    this.stage = stage;
    this.staffRef = staffRef;
    this.text = text;
  }

  private LocalDate today() {
    return NeedActs.today(stage);
  }

  /** The worker joins the station. */
  void hire() {
    stage.post(
        "tst-head",
        Part.STATIONS,
        "/api/v1/stations/" + NeedActs.TOWN + "/assign-staff",
        Map.of(
            "staffRef",
            staffRef,
            "category",
            "SOCIAL_WORKER",
            "fullTime",
            true,
            "employer",
            "OPERATOR",
            "from",
            today().toString()));
  }

  /** The need goes on as a case, as soon as intake has heard of the worker; answers its id. */
  String open(String need) {
    Map<String, Object> route =
        Map.of(
            "route",
            "CASE",
            "worker",
            staffRef,
            "consentOn",
            today().toString(),
            "consentBy",
            "CLIENT");
    String path = "/api/v1/needs/" + need + "/route";
    eventually(() ->
        assertThat(api.post(WORKER, Part.NEEDS, path, staffRef + "-opens", route).status())
            .isEqualTo(200));
    return stage.get(WORKER, Part.NEEDS, "/api/v1/needs/" + need).path("caseId").asString();
  }

  private void act(String persona, String id, String what, Map<String, Object> body) {
    stage.post(persona, Part.NEEDS, "/api/v1/cases/" + id + "/" + what, body);
  }

  void assess(String id) {
    act(
        WORKER,
        id,
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

  void plan(String id) {
    String until = today().plusMonths(6).toString();
    act(
        WORKER,
        id,
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

  void intervene(String id) {
    act(
        WORKER,
        id,
        "intervene",
        Map.of("on", today().toString(), "method", "HOME_VISIT", "minutes", 60, "text", text));
  }

  void evaluate(String id) {
    act(WORKER, id, "evaluate", Map.of("scores", List.of(5), "clientScore", 5, "text", text));
  }

  void close(String id) {
    act(WORKER, id, "close", Map.of("reason", "GOALS_MET", "note", text));
    act("supervisor", id, "countersign", Map.of());
  }
}

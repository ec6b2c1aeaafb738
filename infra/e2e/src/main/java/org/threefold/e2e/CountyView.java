package org.threefold.e2e;

import java.util.Iterator;
import java.util.List;
import org.threefold.local.CountySettings.Part;
import tools.jackson.databind.JsonNode;

/** What the county sees in the end: the golden thread of one need. */
final class CountyView {

  /** Facts that must stand on the thread, in this order, each at least once. */
  private static final List<String> MILESTONES =
      List.of(
          "need.collected",
          "need.sorted",
          "need.escalated",
          "need.analysed",
          "need.matched",
          "need.routed",
          "project.initiated",
          "project.needs-bundled",
          "need.planned",
          "project.designed",
          "project.funding-requested",
          "funding.reserved",
          "project.funded",
          "project.approved",
          "funding.committed",
          "project.contracted",
          "evaluation.planned",
          "project.started",
          "funding.disbursed",
          "evaluation.scored",
          "evaluation.finalised",
          "funding.settled",
          "project.closed");

  /** The same of a need that was met by casework. */
  private static final List<String> STAGES =
      List.of(
          "need.routed",
          "case.opened",
          "case.assessed",
          "case.plan-agreed",
          "case.intervention-recorded",
          "case.evaluated",
          "case.closed",
          "need.served",
          "need.feedback-given",
          "need.closed");

  private final Stage stage;
  private int hops;

  CountyView(Stage stage) {
    this.stage = stage;
  }

  /** How many hops the thread has. */
  int hops() {
    return hops;
  }

  /** The topics are heard side by side, so what is last in the story need not come last. */
  void expectThread(String need, String project) {
    JsonNode trace = await(need, MILESTONES);
    List<String> types = typesOf(trace);
    for (JsonNode hop : trace.path("hops")) {
      String flow = hop.path("flow").asString();
      if (!flow.equals(need) && !flow.equals(project)) {
        throw new StoryFailed("A hop of " + flow + " stands on the thread of " + need);
      }
    }
    hops = types.size();
  }

  /** Every stage of the case stands on the thread of its need. */
  void expectCase(String need) {
    await(need, STAGES);
  }

  private JsonNode await(String need, List<String> milestones) {
    return stage.awaitThat(
        "auditor",
        Part.OVERSIGHT,
        "/api/v1/trace/" + need,
        body -> standInOrder(milestones, typesOf(body)));
  }

  private static boolean standInOrder(List<String> milestones, List<String> types) {
    Iterator<String> rest = types.iterator();
    return milestones.stream().allMatch(it -> skipTo(it, rest));
  }

  private static boolean skipTo(String milestone, Iterator<String> types) {
    while (types.hasNext()) {
      if (types.next().contains(milestone)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> typesOf(JsonNode trace) {
    return trace.path("hops").valueStream().map(hop -> hop.path("type").asString()).toList();
  }
}

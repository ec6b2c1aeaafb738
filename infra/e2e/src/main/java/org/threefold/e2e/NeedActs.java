package org.threefold.e2e;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.threefold.local.CountySettings.Part;
import tools.jackson.databind.JsonNode;

/** What room and town station do with needs. */
final class NeedActs {

  static final String ROOM = "RM-511523100001";
  static final String TOWN = "ST-511523100";

  private static final String AT_ROOM = "rm-worker";
  private static final String AT_TOWN = "tst-worker";

  private final Stage stage;
  private final List<String> needs = new ArrayList<>();
  private String lonely = "";

  NeedActs(Stage stage) {
    this.stage = stage;
  }

  /** The need the story is about. */
  String first() {
    return needs.getFirst();
  }

  /** The three needs that the project meets. */
  List<String> all() {
    return List.copyOf(needs);
  }

  /** The need of the one who is met by casework. */
  String lonely() {
    return lonely;
  }

  static LocalDate today(Stage stage) {
    return LocalDate.ofInstant(stage.now(), ZoneId.of("Asia/Shanghai"));
  }

  private String collectOne(String text) {
    JsonNode need =
        stage.post(
            AT_ROOM,
            Part.NEEDS,
            "/api/v1/needs",
            Map.of(
                "unit",
                ROOM,
                "channel",
                "WALK_IN",
                "ageBand",
                "FROM_60",
                "groups",
                List.of("ELDER", "ELDER_LEFT_BEHIND"),
                "text",
                text,
                "collectedOn",
                today(stage).toString()));
    return need.path("need").asString();
  }

  private JsonNode command(String persona, String need, String command, Object body) {
    return stage.post(persona, Part.NEEDS, "/api/v1/needs/" + need + "/" + command, body);
  }

  void collect() {
    needs.add(collectOne("社区里几位独居老人希望中午有热饭吃,也想有人陪着说说话。"));
  }

  void sortAndMerge() {
    command(AT_ROOM, first(), "sort", Map.of("category", "MEAL_CARE"));
    for (int i = 0; i < 2; i++) {
      String duplicate = collectOne("邻居反映独居老人中午没有热饭,希望社区想办法。");
      command(AT_ROOM, duplicate, "merge-into", Map.of("into", first()));
    }
  }

  void escalate() {
    command(AT_ROOM, first(), "escalate", Map.of("to", TOWN));
  }

  void analyse() {
    JsonNode need = analyse(first());
    int score = need.path("priority").path("score").asInt();
    String band = need.path("priority").path("band").asString();
    if (score != 25 || !band.equals("B")) {
      throw new StoryFailed("The priority is " + score + " " + band);
    }
  }

  private JsonNode analyse(String need) {
    return command(
        AT_TOWN,
        need,
        "analyse",
        Map.of("urgency", 3, "persons", 60, "feasibility", 4, "evidence", "入户走访 60 位老人。"));
  }

  void matchAndRoute() {
    stage.postWhenHeard(
        AT_TOWN,
        Part.NEEDS,
        "/api/v1/needs/" + first() + "/match",
        Map.of("supplierType", "LOWFEE", "supplier", "LF-02", "sufficient", false));
    command(AT_TOWN, first(), "route", Map.of("route", "PROJECT"));
    for (int i = 0; i < 2; i++) {
      String other = collectOne("另一个小区的老人也希望有助餐点和陪伴活动。");
      needs.add(other);
      command(AT_ROOM, other, "sort", Map.of("category", "COMPANIONSHIP"));
      command(AT_ROOM, other, "escalate", Map.of("to", TOWN));
      analyse(other);
      command(AT_TOWN, other, "route", Map.of("route", "PROJECT"));
    }
  }

  /** One of those who asked for company has lost more than that. */
  void analyseForCasework() {
    lonely = collectOne("一位老人老伴过世后不愿出门,邻居很担心,希望有人长期陪伴疏导。");
    command(AT_ROOM, lonely, "sort", Map.of("category", "COMPANIONSHIP"));
    command(AT_ROOM, lonely, "escalate", Map.of("to", TOWN));
    command(
        AT_TOWN,
        lonely,
        "analyse",
        Map.of("urgency", 3, "persons", 1, "feasibility", 4, "evidence", "入户走访。"));
  }

  void awaitAll(String status) {
    needs.forEach(need -> await(need, status));
  }

  private void await(String need, String status) {
    stage.awaitField(AT_TOWN, Part.NEEDS, "/api/v1/needs/" + need, "status", status);
  }

  void feedBackAndClose() {
    needs.forEach(need -> feedBack(need, "助餐和陪伴已开展,感谢参与。"));
    command(AT_ROOM, first(), "confirm", Map.of("rating", 5));
    await(lonely, "SERVED");
    feedBack(lonely, "个案已结案,会继续回访。");
    command(AT_ROOM, lonely, "confirm", Map.of("rating", 5));
    stage.advance(Duration.ofDays(7).plusMinutes(1));
    awaitAll("CLOSED");
    await(lonely, "CLOSED");
  }

  private void feedBack(String need, String text) {
    command(
        AT_ROOM,
        need,
        "give-feedback",
        Map.of("channel", "HOME_VISIT", "on", today(stage).toString(), "text", text));
  }
}

package org.threefold.needs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.threefold.access.Role;
import org.threefold.events.DivisionLevel;
import org.threefold.events.NeedId;
import org.threefold.events.ProjectEvent.NeedsBundled;
import org.threefold.events.ProjectEvent.ProjectCancelled;
import org.threefold.events.ProjectId;
import org.threefold.events.StationId;
import org.threefold.events.StationType;
import org.threefold.teststand.Answer;
import org.threefold.teststand.Stand;
import tools.jackson.databind.JsonNode;

/** A town's station is shown which of its open needs one project could meet. */
class PoolsIT {

  private static final String NEEDS = "/api/v1/needs";
  private static final String POOLS = "/api/v1/pools?town=511523100";

  private static Stand intake;
  private static String town;

  @BeforeAll
  static void start() {
    intake = Stand.start(NeedsIntakeApplication.class, "needs-intake");
    town = intake.token(Role.TST_WORKER, new StationId("ST-511523100"));
    intake.heard(ServiceItems.list(1, "2026-01-01", ServiceItems.ADVICE));
    for (String room : List.of("RM-511523100001", "RM-511523100002")) {
      OpenUnits.open(
          intake, room, StationType.COMMUNITY_ROOM, DivisionLevel.COMMUNITY, "ST-511523100");
    }
  }

  @AfterAll
  static void stop() {
    intake.close();
  }

  @Test
  void open_needs_that_are_alike_are_proposed_together_until_a_project_takes_them_on() {
    String first = analysed("RM-511523100001", "MEAL_CARE", "ELDER", 60);
    String second = analysed("RM-511523100002", "MEAL_CARE", "ELDER\",\"DISABLED", 12);
    analysed("RM-511523100002", "MEAL_CARE", "VETERAN", 3);
    collected("RM-511523100002", "ELDER");
    route(second, "PROJECT");

    JsonNode pool = only(pools("&category=MEAL_CARE"));
    assertThat(pool.at("/town").asString()).isEqualTo("511523100");
    assertThat(pool.at("/persons").asInt()).isEqualTo(72);
    assertThat(pool.at("/band").asString()).isEqualTo("B");
    assertThat(pool.at("/since").asString()).isEqualTo("2026-11-23");
    assertThat(pool.at("/groups/0").asString()).isEqualTo("ELDER");
    assertThat(pool.at("/needs").size()).isEqualTo(2);
    assertThat(pool.at("/needs/0/resident").asString()).startsWith("R-");
    assertThat(pool.at("/reasons/2").toString())
        .isEqualTo("{\"item\":\"group\",\"value\":\"ELDER\",\"needs\":2}");
    assertThat(pool.at("/proposal").toString())
        .isEqualTo(
            "{\"owner\":\"ST-511523100\",\"toRoute\":[\"%s\"],\"bundle\":{\"needs\":[\"%s\"]}}"
                .formatted(first, second));

    route(first, "PROJECT");
    assertThat(only(pools("&category=MEAL_CARE")).at("/proposal/toRoute").size()).isZero();
    var project = new ProjectId("P-2026-511523100-0001");
    List<NeedId> both = Stream.of(first, second).map(NeedId::new).toList();
    intake.heard(new NeedsBundled(project, both));
    assertThat(pools("&category=MEAL_CARE").json().size()).isZero();
    intake.heard(new ProjectCancelled(project, both));
    assertThat(only(pools("&category=MEAL_CARE")).at("/needs").size()).isEqualTo(2);
  }

  @Test
  void what_goes_on_another_way_is_in_no_pool() {
    String one = analysed("RM-511523100001", "POLICY_ADVICE", "ELDER", 5);
    String other = analysed("RM-511523100001", "POLICY_ADVICE", "ELDER", 5);
    assertThat(only(pools("&category=POLICY_ADVICE")).at("/needs").size()).isEqualTo(2);
    String match = "{\"supplierType\":\"ITEM\",\"supplier\":\"SI-01\",\"sufficient\":true}";
    assertThat(intake.post(town, NEEDS + "/" + one + "/match", match).status()).isEqualTo(200);
    route(one, "DIRECT");
    assertThat(pools("&category=POLICY_ADVICE").json().size()).isZero();
    assertThat(intake.get(town, NEEDS + "/" + other).text("/status")).isEqualTo("ANALYSED");
  }

  @Test
  void all_pools_of_the_town_are_listed_the_most_pressing_first_and_no_more_than_asked_for() {
    for (int i = 0; i < 2; i++) {
      analysed("RM-511523100001", "CULTURE", "VETERAN", 300);
      analysed("RM-511523100001", "CULTURE", "MIGRANT", 2);
    }
    Answer all = pools("");
    List<Integer> persons =
        all.json()
            .valueStream()
            .filter(it -> it.at("/category").asString().equals("CULTURE"))
            .map(it -> it.at("/persons").asInt())
            .toList();
    assertThat(persons).containsExactly(600, 4);
    assertThat(pools("&category=CULTURE&limit=1").json().size()).isEqualTo(1);
    assertThat(pools("&limit=201").status()).isEqualTo(400);
  }

  @Test
  void a_town_sees_its_own_pools_only_and_a_reader_none() {
    assertThat(intake.get(town, "/api/v1/pools?town=511523101").status()).isEqualTo(404);
    assertThat(intake.get(town, "/api/v1/pools?town=511523").status()).isEqualTo(400);
    assertThat(intake.get(town, "/api/v1/pools").status()).isEqualTo(400);
    String room = intake.token(Role.RM_WORKER, new StationId("RM-511523100001"));
    assertThat(intake.get(room, POOLS).status()).isEqualTo(404);
    assertThat(intake.get(intake.token(Role.AUDITOR, "511523"), POOLS).status()).isEqualTo(403);
  }

  private static Answer pools(String query) {
    return intake.get(town, POOLS + query);
  }

  private static JsonNode only(Answer answer) {
    assertThat(answer.json().size()).as(answer.body()).isEqualTo(1);
    return answer.json().get(0);
  }

  private static String collected(String room, String groups) {
    String body =
        """
        {"unit":"%s","channel":"WALK_IN","ageBand":"MIXED","groups":["%s"],
         "text":"居民希望社区想想办法,大家都有这个需要","collectedOn":"2026-11-23"}\
        """
            .formatted(room, groups);
    Answer answer = intake.post(town, NEEDS, body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.text("/need");
  }

  private static String analysed(String room, String category, String groups, int persons) {
    String need = collected(room, groups);
    String sort = "{\"category\":\"%s\"}".formatted(category);
    assertThat(intake.post(town, NEEDS + "/" + need + "/sort", sort).status()).isEqualTo(200);
    String analyse =
        """
        {"urgency":3,"persons":%d,"feasibility":4,"evidence":"入户走访"}\
        """
            .formatted(persons);
    Answer answer = intake.post(town, NEEDS + "/" + need + "/analyse", analyse);
    assertThat(answer.text("/status")).as(answer.body()).isEqualTo("ANALYSED");
    return need;
  }

  private static void route(String need, String route) {
    String body = "{\"route\":\"%s\"}".formatted(route);
    assertThat(intake.post(town, NEEDS + "/" + need + "/route", body).status()).isEqualTo(200);
  }
}

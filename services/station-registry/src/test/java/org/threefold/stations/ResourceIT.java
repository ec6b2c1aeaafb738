package org.threefold.stations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.testkit.Eventually.eventually;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.threefold.access.Role;
import org.threefold.events.ClientGroup;
import org.threefold.events.DivisionCode;
import org.threefold.events.NeedCategory;
import org.threefold.events.ResourceId;
import org.threefold.events.ResourceKind;
import org.threefold.events.StationEvent.ResourceUnitRegistered;
import org.threefold.events.StationEvent.ResourceUnitWithdrawn;
import org.threefold.events.StationId;
import org.threefold.events.Topic;
import org.threefold.teststand.Answer;
import org.threefold.teststand.Said;
import org.threefold.teststand.Stand;

/**
 * A town's station says who and what can help in its town, and the bureau what helps everywhere.
 */
class ResourceIT {

  private static final String RESOURCES = "/api/v1/resources";

  private static Stand registry;
  private static String bureau;
  private static String town;
  private static String room;
  private static String neighbour;

  @BeforeAll
  static void start() {
    registry = Stand.start(StationRegistryApplication.class, "station-registry");
    bureau = registry.token(Role.CAB, "511523");
    town = registry.token(Role.TST_WORKER, new StationId("ST-511523100"));
    room = registry.token(Role.RM_WORKER, new StationId("RM-511523100001"));
    neighbour = registry.token(Role.TST_WORKER, new StationId("ST-511523101"));
    for (String code : List.of("511523", "511523100", "511523101", "511523104")) {
      String body =
          """
          {"code":"%s","name":"某地","validFrom":"2019-10-31","provisional":false}\
          """
              .formatted(code);
      assertThat(registry.post(bureau, "/api/v1/divisions", body).status()).isEqualTo(201);
    }
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @Test
  void what_is_registered_is_said_and_so_is_that_it_was_withdrawn() {
    String key = "meal-volunteers";
    Answer made = registry.post(town, RESOURCES, volunteers("511523100"), key);
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    Answer again = registry.post(town, RESOURCES, volunteers("511523100"), key);
    assertThat(again.text("/resource"))
        .isEqualTo(made.text("/resource"))
        .startsWith("RS-511523100-");
    assertThat(made.header("Location")).isEqualTo(RESOURCES + "/" + made.text("/resource"));
    var id = new ResourceId(made.text("/resource"));
    Answer withdrawn = registry.post(town, RESOURCES + "/" + id + "/withdraw", "{}");
    assertThat(withdrawn.json().at("/withdrawn").asBoolean()).as(withdrawn.body()).isTrue();
    Answer twice = registry.post(town, RESOURCES + "/" + id + "/withdraw", "{}");
    assertThat(twice.text("/code")).isEqualTo("REG-090");
    eventually(() ->
        assertThat(registry.said(Topic.STATIONS))
            .filteredOn(it -> it.key().equals(id.value()))
            .extracting(Said::event)
            .containsExactly(
                new ResourceUnitRegistered(
                    id,
                    ResourceKind.VOLUNTEER,
                    new DivisionCode("511523100"),
                    "助餐志愿队",
                    "meal volunteers",
                    List.of(NeedCategory.MEAL_CARE),
                    List.of(ClientGroup.ELDER)),
                new ResourceUnitWithdrawn(id)));
  }

  @Test
  void a_station_registers_what_is_of_its_own_town_only_and_the_bureau_what_is_the_countys() {
    assertThat(registry.post(town, RESOURCES, volunteers("511523101")).status()).isEqualTo(404);
    assertThat(registry.post(town, RESOURCES, volunteers("511523")).status()).isEqualTo(404);
    assertThat(registry.post(room, RESOURCES, volunteers("511523100")).status()).isEqualTo(403);
    String everywhere = registered(bureau, "511523");
    String here = registered(town, "511523100");
    String withdraw = RESOURCES + "/" + everywhere + "/withdraw";
    assertThat(registry.post(town, withdraw, "{}").status()).isEqualTo(404);
    assertThat(registry.post(neighbour, RESOURCES + "/" + here + "/withdraw", "{}").status())
        .isEqualTo(404);
    assertThat(registry.post(bureau, RESOURCES + "/RS-511523-9999/withdraw", "{}").status())
        .isEqualTo(404);
  }

  @Test
  void what_cannot_be_registered_is_refused_and_takes_no_number() {
    String body = volunteers("511523104");
    assertRefused(body.replace("VOLUNTEER", "FRIEND"), "REG-040", 422);
    assertRefused(body.replace("助餐志愿队", "张三 13800138000"), "REG-092", 422);
    assertRefused(volunteers("511523104001"), "REG-004", 409);
    assertRefused(volunteers("511523105"), "REG-002", 409);
    assertRefused(body.replace("\"MEAL_CARE\"", ""), "API-003", 400);
    assertThat(registered(bureau, "511523104")).isEqualTo("RS-511523104-0001");
    assertThat(registered(bureau, "511523104")).isEqualTo("RS-511523104-0002");
  }

  private static void assertRefused(String body, String code, int status) {
    Answer answer = registry.post(bureau, RESOURCES, body);
    assertThat(answer.text("/code")).as(answer.body()).isEqualTo(code);
    assertThat(answer.status()).isEqualTo(status);
  }

  @Test
  void everybody_sees_what_helps_in_the_own_area_and_can_ask_for_a_town_and_a_kind() {
    String everywhere = registered(bureau, "511523");
    String here = registered(town, "511523100");
    String there = registered(neighbour, "511523101");
    assertThat(seen(bureau, "")).contains(everywhere, here, there);
    assertThat(seen(bureau, "&town=511523100")).contains(everywhere, here).doesNotContain(there);
    assertThat(seen(town, "")).contains(everywhere, here).doesNotContain(there);
    assertThat(seen(room, "&town=511523100&kind=VOLUNTEER"))
        .contains(everywhere, here)
        .doesNotContain(there);
    assertThat(seen(room, "&kind=SOCIAL_ORG")).isEmpty();
    assertThat(registry.get(room, RESOURCES + "/" + everywhere).status()).isEqualTo(200);
    assertThat(registry.get(room, RESOURCES + "/" + there).status()).isEqualTo(404);
    assertThat(registry.get(room, RESOURCES + "?town=511523101").status()).isEqualTo(404);
    assertThat(registry.get(room, RESOURCES + "?kind=FRIEND").text("/code")).isEqualTo("REG-040");
    assertThat(registry.post(town, RESOURCES + "/" + here + "/withdraw", "{}").status())
        .isEqualTo(200);
    assertThat(seen(town, "")).doesNotContain(here);
  }

  private static String registered(String token, String home) {
    Answer answer = registry.post(token, RESOURCES, volunteers(home));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.text("/resource");
  }

  private static List<String> seen(String token, String query) {
    return registry
        .get(token, RESOURCES + "?limit=200" + query)
        .json()
        .valueStream()
        .map(it -> it.at("/resource").asString())
        .toList();
  }

  private static String volunteers(String home) {
    return """
    {"kind":"VOLUNTEER","home":"%s","name":"助餐志愿队","englishName":"meal volunteers",
     "categories":["MEAL_CARE"],"groups":["ELDER"]}\
    """
        .formatted(home);
  }
}

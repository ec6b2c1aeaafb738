package org.threefold.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.threefold.e2e.checking.Checker;
import org.threefold.local.CountyApi;
import org.threefold.local.CountySettings.Part;
import tools.jackson.databind.JsonNode;

/**
 * The whole county works: the 28 steps, the ledger to the fen, and everything still there after a
 * restart.
 */
@ExtendWith(RunningCounty.class)
class ANeedIsMetTest {

  private static List<String> withTheLonely(Story.Ending ending) {
    return Stream.concat(ending.needs().stream(), Stream.of(ending.lonely())).toList();
  }

  private static JsonNode trace(CountyApi api, String need) {
    return api.get("auditor", Part.OVERSIGHT, "/api/v1/trace/" + need).body();
  }

  @Test
  void a_need_goes_from_the_room_to_the_county_and_is_still_there_after_a_restart(
      RunningCounty.Handle county) {
    Story.Ending ending =
        new Story(
                county.api(),
                (sentence, took) -> System.out.println(sentence + "  " + took.toMillis() + " ms"))
            .play();

    JsonNode before = trace(county.api(), ending.need());
    county.restart();

    assertThat(trace(county.api(), ending.need())).isEqualTo(before);
    for (String need : withTheLonely(ending)) {
      JsonNode kept = county.api().get("tst-worker", Part.NEEDS, "/api/v1/needs/" + need).body();
      assertThat(kept.path("status").asString()).isEqualTo("CLOSED");
    }
    JsonNode project =
        county.api().get("tst-head", Part.PROJECTS, "/api/v1/projects/" + ending.project()).body();
    assertThat(project.path("status").asString()).isEqualTo("CLOSED");
    Checker checker =
        new Checker(
            "localhost:" + county.settings().port(Part.KAFKA),
            "mongodb://localhost:" + county.settings().port(Part.MONGO),
            "");
    assertThat(checker.checkAtRest(Duration.ofSeconds(20)).violations()).isEmpty();
  }

  @Test
  void without_a_token_there_is_nothing_and_outside_the_area_nothing_exists(
      RunningCounty.Handle county) {
    CountyApi api = county.api();
    NeedActs needs = new NeedActs(new Stage(api, "scope"));
    needs.collect();
    String path = "/api/v1/needs/" + needs.first();

    assertThat(api.get("rm-worker", Part.NEEDS, path).status()).isEqualTo(200);
    assertThat(api.get("rm-worker-hongqiao", Part.NEEDS, path).status()).isEqualTo(404);
    assertThat(api.get("tst-worker-hongqiao", Part.NEEDS, path).status()).isEqualTo(404);
    for (Part part : new Part[] {Part.NEEDS, Part.PROJECTS, Part.FUNDS, Part.OVERSIGHT}) {
      assertThat(api.withoutToken(part, "/api/v1/needs").status()).isEqualTo(401);
    }
  }
}

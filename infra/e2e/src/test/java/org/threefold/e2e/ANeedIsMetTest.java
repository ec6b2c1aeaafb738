package org.threefold.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.threefold.local.County;
import org.threefold.local.CountyApi;
import org.threefold.local.CountySettings;
import org.threefold.local.CountySettings.Part;

/**
 * The whole county works: the 28 steps, the ledger to the fen, and everything still there after a
 * restart.
 */
class ANeedIsMetTest {

  @TempDir static Path data;
  static CountySettings settings;
  static County county;

  @BeforeAll
  static void startCounty() {
    settings = CountySettings.onFreePorts(data);
    county = County.start(settings, System.out::println);
  }

  @AfterAll
  static void stopCounty() {
    county.close();
  }

  @Test
  void a_need_goes_from_the_room_to_the_county_and_is_still_there_after_a_restart() {
    CountyApi api = new CountyApi(settings, county.secret());
    Story.Ending ending =
        new Story(
                api,
                (sentence, took) -> System.out.println(sentence + " " + took.toMillis() + " ms"))
            .play();

    var before = api.get("auditor", Part.OVERSIGHT, "/api/v1/trace/" + ending.need()).body();
    county.close();
    county = County.start(settings, System.out::println);
    CountyApi again = new CountyApi(settings, county.secret());

    assertThat(again.get("auditor", Part.OVERSIGHT, "/api/v1/trace/" + ending.need()).body())
        .isEqualTo(before);
    assertThat(
            again
                .get("tst-worker", Part.NEEDS, "/api/v1/needs/" + ending.need())
                .body()
                .path("status")
                .asString())
        .isEqualTo("CLOSED");
  }
}

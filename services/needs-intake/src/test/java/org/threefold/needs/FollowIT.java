package org.threefold.needs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.threefold.access.Role;
import org.threefold.events.DivisionLevel;
import org.threefold.events.StationId;
import org.threefold.events.StationType;
import org.threefold.teststand.Answer;
import org.threefold.teststand.Stand;

/** Following a need by its number, as somebody without a token. */
class FollowIT {

  private static final String FOLLOW = "/api/v1/follow/";
  private static final String WORDS = "几位老人希望中午有热饭吃";

  private static Stand intake;
  private static String room;
  private static String need;

  @BeforeAll
  static void start() {
    intake = Stand.start(NeedsIntakeApplication.class, "needs-intake");
    room = intake.token(Role.RM_WORKER, new StationId("RM-511523100001"));
    OpenUnits.open(
        intake,
        "RM-511523100001",
        StationType.COMMUNITY_ROOM,
        DivisionLevel.COMMUNITY,
        "ST-511523100");
    Answer made =
        intake.post(
            room,
            "/api/v1/needs",
            """
            {"unit":"RM-511523100001","channel":"WALK_IN","ageBand":"FROM_60","groups":["ELDER"],
             "text":"%s","collectedOn":"2026-11-23"}\
            """
                .formatted(WORDS));
    need = made.text("/need");
  }

  @AfterAll
  static void stop() {
    intake.close();
  }

  private static void nextWindow() {
    intake.clock().advance(Duration.ofMinutes(1));
  }

  @Test
  void whoever_has_the_number_sees_how_far_the_need_is_and_nothing_of_the_resident() {
    nextWindow();
    Answer seen = intake.get(null, FOLLOW + need);
    assertThat(seen.status()).as(seen.body()).isEqualTo(200);
    assertThat(seen.json().propertyNames())
        .containsExactly(
            "need", "state", "said", "collectedOn", "lastStepOn", "nextStepBy", "inCharge");
    assertThat(seen.text("/state")).isEqualTo("COLLECTED");
    assertThat(seen.text("/said/zh")).isEqualTo("已登记,等待整理");
    assertThat(seen.text("/said/en")).isEqualTo("Recorded; it will be sorted next");
    assertThat(seen.text("/nextStepBy")).isEqualTo("2026-11-25");
    assertThat(seen.text("/inCharge/unit")).isEqualTo("RM-511523100001");
    assertThat(seen.text("/inCharge/name")).isEqualTo("某站");
    assertThat(seen.body()).doesNotContain(WORDS).doesNotContain("R-").doesNotContain("ELDER");
    assertThat(seen.header("Cache-Control")).contains("no-store");
  }

  @Test
  void an_unknown_number_and_an_impossible_one_are_not_found() {
    nextWindow();
    Answer unknown = intake.get(null, FOLLOW + "N-511523100001-20261123-9999");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.text("/code")).isEqualTo("API-005");
    assertThat(intake.get(null, FOLLOW + "1").text("/code")).isEqualTo("API-005");
  }

  @Test
  void nothing_else_is_open() {
    nextWindow();
    for (String path :
        List.of(
            "/api/v1/follow",
            "/api/v1/follow/" + need + "/more",
            "/api/v1/needs/" + need,
            "/api/v1/needs",
            "/api/v1/visits",
            "/api/v1/help-requests",
            "/api/v1/residents/R-1")) {
      assertThat(intake.get(null, path).status()).as(path).isEqualTo(401);
    }
    var written =
        intake
            .request(null, FOLLOW + need)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{}"));
    assertThat(intake.send(written).status()).isEqualTo(405);
  }

  @Test
  void who_tries_number_after_number_has_to_wait() {
    nextWindow();
    for (int i = 1; i <= 20; i++) {
      String number = "N-511523100001-20261122-%04d".formatted(i);
      assertThat(intake.get(null, FOLLOW + number).status()).isEqualTo(404);
    }
    Answer refused = intake.get(null, FOLLOW + need);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.text("/code")).isEqualTo("API-016");
    assertThat(refused.header("Retry-After")).isEqualTo("60");
    nextWindow();
    assertThat(intake.get(null, FOLLOW + need).status()).isEqualTo(200);
  }
}

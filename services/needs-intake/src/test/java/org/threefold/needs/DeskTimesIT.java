package org.threefold.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.testkit.Eventually.eventually;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.threefold.access.Role;
import org.threefold.events.DivisionLevel;
import org.threefold.events.HelpRequestEvent.HelpRequestOverdue;
import org.threefold.events.StationId;
import org.threefold.events.StationType;
import org.threefold.events.Topic;
import org.threefold.teststand.Answer;
import org.threefold.teststand.Said;
import org.threefold.teststand.Stand;

/** What happens at a desk by itself, when time passes. */
class DeskTimesIT {

  private static Stand intake;
  private static String town;

  @BeforeAll
  static void start() {
    intake = Stand.start(NeedsIntakeApplication.class, "needs-intake");
    town = intake.token(Role.TST_WORKER, new StationId("ST-511523100"));
    OpenUnits.open(
        intake, "ST-511523100", StationType.TOWN_STATION, DivisionLevel.TOWN, "ST-511523");
  }

  @AfterAll
  static void stop() {
    intake.close();
  }

  private static List<Said> saidOf(String key) {
    return intake.said(Topic.NEEDS).stream().filter(it -> it.key().equals(key)).toList();
  }

  @Test
  void a_visit_is_left_open_and_a_call_is_late() {
    String visit =
        intake
            .post(town, "/api/v1/visits", "{\"unit\":\"ST-511523100\",\"purpose\":\"COMPLAINT\"}")
            .text("/visit");
    String call =
        intake
            .post(
                town,
                "/api/v1/help-requests",
                """
                {"unit":"ST-511523100","channel":"PHONE","urgency":"URGENT","words":"没有人做饭"}\
                """)
            .text("/request");

    intake.clock().advance(Duration.ofHours(2));
    eventually(() -> assertThat(late(call)).extracting(HelpRequestOverdue::level).contains(1));
    intake.clock().advance(Duration.ofHours(10));
    eventually(() -> {
      assertThat(late(call)).extracting(HelpRequestOverdue::level).containsExactly(1, 2, 3);
      assertThat(saidOf(visit).getLast().type()).isEqualTo("org.threefold.visit.left-open.v1");
    });

    String complete = "/api/v1/visits/" + visit + "/complete";
    Answer refused = intake.post(town, complete, "{\"outcome\":\"ANSWERED\"}");
    assertThat(refused.text("/code")).isEqualTo("NEED-030");
    assertThat(intake.get(town, "/api/v1/visits/" + visit).text("/state")).isEqualTo("LEFT_OPEN");
    Answer done = intake.post(town, complete, "{\"outcome\":\"ANSWERED\",\"words\":\"昨晚停电\"}");
    assertThat(done.text("/state")).as(done.body()).isEqualTo("COMPLETED");
    eventually(
        () -> assertThat(saidOf(visit).getLast().data().at("/afterDayEnd").asBoolean()).isTrue());
    Answer answered = intake.post(town, "/api/v1/help-requests/" + call + "/respond", "{}");
    assertThat(answered.text("/state")).isEqualTo("RESPONDED");
    eventually(
        () -> assertThat(saidOf(call).getLast().data().at("/inTime").asBoolean(true)).isFalse());
  }

  private static List<HelpRequestOverdue> late(String call) {
    return saidOf(call).stream()
        .map(Said::event)
        .filter(HelpRequestOverdue.class::isInstance)
        .map(HelpRequestOverdue.class::cast)
        .toList();
  }
}

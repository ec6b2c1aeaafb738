package org.threefold.teststand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.threefold.testkit.Eventually.eventually;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.threefold.access.Role;
import org.threefold.events.NeedCategory;
import org.threefold.events.NeedEvent.NeedMerged;
import org.threefold.events.NeedEvent.NeedSorted;
import org.threefold.events.NeedId;
import org.threefold.events.ProjectEvent.NeedsBundled;
import org.threefold.events.ProjectId;
import org.threefold.events.StationId;
import org.threefold.events.Topic;

/** A stand tells the service what it is told, and returns when the service is done with it. */
class StandIT {

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private static Stand stand;
  private static String cab;

  @BeforeAll
  static void start() {
    stand = Stand.start(EchoApplication.class, "echo", Map.of("spring.mongodb.database", "other"));
    cab = stand.token(Role.CAB, "511523");
  }

  @AfterAll
  static void stop() {
    stand.close();
  }

  private static NeedId need() {
    return new NeedId("N-511523100001-20261123-%04d".formatted(NUMBERS.incrementAndGet()));
  }

  private static NeedSorted sorted(NeedId need, int duplicates) {
    return new NeedSorted(need, NeedCategory.MEAL_CARE, duplicates);
  }

  private static int timesHeard(NeedId need) {
    return stand.get(cab, "/api/v1/heard/" + need).json().at("/times").asInt();
  }

  private static String say(ProjectId project) {
    return "/api/v1/say/" + project;
  }

  private static double counted(String outcome) {
    return stand
        .bean(MeterRegistry.class)
        .find("threefold.heard")
        .tag("outcome", outcome)
        .counters()
        .stream()
        .mapToDouble(it -> it.count())
        .sum();
  }

  @Test
  void what_was_heard_is_handled_when_the_next_line_runs() {
    NeedId need = need();
    for (int i = 1; i <= 20; i++) {
      stand.heard(sorted(need, i));
      assertThat(timesHeard(need)).isEqualTo(i);
    }
  }

  @Test
  void a_fact_that_comes_again_is_passed_over_when_the_next_line_runs() {
    NeedSorted event = sorted(need(), 1);
    stand.heard(event);
    double before = counted("duplicate");
    stand.heardAgain(event);
    assertThat(counted("duplicate")).isEqualTo(before + 1);
    assertThat(timesHeard(event.need())).isEqualTo(1);
  }

  @Test
  void what_was_never_heard_does_not_come_again() {
    assertThatThrownBy(() -> stand.heardAgain(sorted(need(), 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_fact_that_is_parked_fails_the_test_with_the_reason_and_so_does_what_comes_behind_it() {
    NeedId need = need();
    assertThatThrownBy(() -> stand.heard(new NeedMerged(need, need())))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("need/" + need + "@1")
        .hasMessageContaining("An echo has no twin");
    assertThatThrownBy(() -> stand.heard(sorted(need, 1)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("need/" + need + "@2")
        .hasMessageContaining("An echo has no twin");
    NeedId other = need();
    stand.heard(sorted(other, 1));
    assertThat(timesHeard(other)).isEqualTo(1);
  }

  @Test
  void a_topic_that_the_service_does_not_listen_to_is_refused() {
    var deaf = new NeedsBundled(new ProjectId("P-2026-511523100-0009"), List.of());
    assertThatThrownBy(() -> stand.heard(deaf))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PROJECTS");
  }

  @Test
  void a_service_goes_on_after_a_restart_with_what_it_left() {
    NeedId need = need();
    stand.heard(sorted(need, 1));
    stand.stop();
    assertThatThrownBy(() -> stand.heard(sorted(need, 2)))
        .isInstanceOf(IllegalStateException.class);
    stand.restart();
    assertThat(timesHeard(need)).isEqualTo(1);
    stand.heard(sorted(need, 3));
    assertThat(timesHeard(need)).isEqualTo(2);
  }

  @Test
  void what_the_service_says_is_read_as_it_was_written() {
    var project = new ProjectId("P-2026-511523100-0001");
    NeedId need = need();
    stand.post(cab, say(project), "{\"needs\":[]}");
    stand.post(cab, say(project), "{\"needs\":[\"" + need + "\"]}");
    eventually(() ->
        assertThat(stand.said(Topic.PROJECTS))
            .filteredOn(it -> it.key().equals(project.value()))
            .extracting(Said::event)
            .containsExactly(
                new NeedsBundled(project, List.of()), new NeedsBundled(project, List.of(need))));
    Said last = stand.said(Topic.PROJECTS).getLast();
    assertThat(last.type()).isEqualTo("org.threefold.project.needs-bundled.v1");
    assertThat(last.attributes().actor()).isEqualTo("CAB@511523");
    assertThat(last.id()).isEqualTo("project/" + last.key() + "@" + last.attributes().version());
    assertThat(last.data().at("/project").asString()).isEqualTo(last.key());
  }

  @Test
  void who_asks_is_whom_the_token_names() {
    String path = "/api/v1/heard/" + need();
    assertThat(stand.get(null, path).status()).isEqualTo(401);
    assertThat(stand.get(stand.token(Role.RM_WORKER, new StationId("RM-511523100001")), path))
        .extracting(Answer::status)
        .isEqualTo(200);
    assertThat(stand.get(stand.token(Role.RESIDENT, "511523"), path).status()).isEqualTo(403);
  }

  @Test
  void each_command_has_a_key_of_its_own_unless_it_is_given_one() {
    String path = say(new ProjectId("P-2026-511523100-0002"));
    String body = "{\"needs\":[]}";
    stand.post(cab, path, body);
    stand.post(cab, path, body);
    stand.post(cab, path, body, "once");
    Answer again = stand.post(cab, path, body, "once");
    assertThat(again.json().at("/times").asInt()).isEqualTo(3);
    assertThat(again.header("ETag")).isEqualTo("\"3\"");
  }

  @Test
  void a_request_can_be_put_together_by_hand() {
    String path = say(new ProjectId("P-2026-511523100-0003"));
    Answer stale =
        stand.send(
            stand
                .request(cab, path)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"7\"")
                .setHeader("Accept-Language", "zh")
                .POST(BodyPublishers.ofString("{\"needs\":[]}")));
    assertThat(stale.text("/code")).isEqualTo("API-006");
    assertThat(stale.text("/title")).matches("\\p{IsHan}+");
    Answer cut = stand.post(cab, path, "{\"needs\":");
    assertThat(cut.text("/code")).isEqualTo("API-001");
    assertThat(cut.text("/title")).matches("[\\p{Alpha} ]+");
    assertThat(stand.get(null, "/actuator/health").json().at("/status").asString()).isEqualTo("UP");
  }

  @Test
  void the_clock_of_the_service_is_moved_by_the_test_alone() {
    String path = say(new ProjectId("P-2026-511523100-0004"));
    assertThat(stand.post(cab, path, "{\"needs\":[]}").text("/at"))
        .isEqualTo("2026-11-23T04:00:00Z");
    stand.clock().advance(Duration.ofDays(7));
    assertThat(stand.post(cab, path, "{\"needs\":[]}").text("/at"))
        .isEqualTo("2026-11-30T04:00:00Z");
    stand.clock().advance(Duration.ofDays(-7));
  }
}

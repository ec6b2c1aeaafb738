package org.threefold.oversight.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.threefold.oversight.testing.Oversight.COUNTY;
import static org.threefold.oversight.testing.Oversight.TOWN;

import com.mongodb.client.MongoDatabase;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.threefold.access.Role;
import org.threefold.oversight.live.Teller.News;
import org.threefold.oversight.testing.Oversight;
import org.threefold.oversight.testing.Sse;
import org.threefold.oversight.testing.Story;
import org.threefold.oversight.trace.Hop;
import org.threefold.teststand.Stand;

/** The stream goes on over a restart, and two instances tell the same. */
class RestartIT {

  private static final Duration SOON = Duration.ofSeconds(20);

  private static HttpRequest.Builder stream(Stand oversight, String query) {
    return oversight.request(oversight.token(Role.CAB, COUNTY), "/api/v1/stream" + query);
  }

  @Test
  void after_a_restart_readers_go_on_where_they_stopped_and_nothing_is_told_twice() {
    var before = new Story(TOWN, 1);
    try (Stand oversight = Oversight.start()) {
      Sse reader = Sse.open(stream(oversight, ""));
      oversight.heard(before.facts());
      await().atMost(SOON).until(() -> reader.facts().size() == before.facts().size());
      String lastSeen = String.valueOf(reader.facts().get(10).id());
      oversight.stop();
      await().atMost(SOON).until(reader::ended);
      assertThat(reader.events().getLast().data()).contains("CLOSING");
      oversight.restart();
      try (Sse back = Sse.open(stream(oversight, "?lastEventId=" + lastSeen))) {
        // Once more from the first fact, as after an outage of the broker.
        oversight.heard(before.facts());
        oversight.heard(List.of(new Story(TOWN, 2).collected()));
        await().atMost(SOON).until(() -> back.facts().size() > before.facts().size() - 11);
        List<String> missed = reader.facts().stream().skip(11).map(Sse.Event::data).toList();
        List<String> told = back.facts().stream().map(Sse.Event::data).toList();
        assertThat(told.subList(0, missed.size())).isEqualTo(missed);
        assertThat(told).hasSize(missed.size() + 1);
      }
    }
  }

  @Test
  void two_instances_tell_the_same_facts_under_the_same_ids() {
    var database = Oversight.shared().bean(MongoDatabase.class);
    var settings =
        new StreamSettings(
            1000, 10, 10, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMillis(20));
    var blocks = new Blocks(database.getCollection("told-by-two"));
    var one = new Window(1000);
    var two = new Window(1000);
    try (var first = new Teller(blocks, one, settings, Clock.systemUTC());
        var second = new Teller(blocks, two, settings, Clock.systemUTC())) {
      CompletableFuture.allOf(
              IntStream.rangeClosed(1, 400)
                  .mapToObj(it ->
                      CompletableFuture.runAsync(() ->
                          (it % 2 == 0 ? first : second).tell(List.of(new News(hop(it), false)))))
                  .toArray(CompletableFuture[]::new))
          .join();
      await().atMost(SOON).until(() -> one.end() == 400 && two.end() == 400);
      assertThat(told(one)).isEqualTo(told(two)).hasSize(400);
    }
  }

  private static List<String> told(Window window) {
    return IntStream.range(0, 400)
        .mapToObj(it -> {
          try {
            Told told = window.next(it, Duration.ZERO).facts().getFirst();
            return told.id() + " " + told.eventId();
          } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
          }
        })
        .toList();
  }

  private static Hop hop(int version) {
    return new Hop(
        "two/1@" + version,
        "two/1",
        version,
        "need.matched.v1",
        Story.NINE,
        "request/1",
        "CAB@CAB",
        "CAB",
        "f",
        TOWN,
        null,
        null,
        "need.matched",
        Map.of());
  }
}

package org.threefold.oversight.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.threefold.oversight.testing.Oversight.COUNTY;
import static org.threefold.oversight.testing.Oversight.OTHER_TOWN;
import static org.threefold.oversight.testing.Oversight.TOWN;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.threefold.access.Actor;
import org.threefold.access.Role;
import org.threefold.events.DivisionCode;
import org.threefold.oversight.live.Teller.News;
import org.threefold.oversight.testing.Oversight;
import org.threefold.oversight.testing.Sse;
import org.threefold.oversight.testing.Story;
import org.threefold.oversight.trace.Hop;
import org.threefold.teststand.Stand;

/**
 * The live stream with real connections: who sees what, coming back, and every way in which it
 * ends.
 */
class StreamIT {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Stand OVERSIGHT = Oversight.shared();
  private static final AtomicInteger NUMBERS = new AtomicInteger(100);

  private static String token(Role role, String area) {
    return OVERSIGHT.token(
        new Actor(
            role + "-" + NUMBERS.incrementAndGet(),
            Set.of(role),
            new DivisionCode(area),
            null,
            null,
            null));
  }

  private static HttpRequest.Builder stream(String token, String query) {
    return OVERSIGHT.request(token, "/api/v1/stream" + query);
  }

  private static Sse open(Role role, String area) {
    Sse reader = Sse.open(stream(token(role, area), ""));
    await().atMost(SOON).until(() -> !reader.events().isEmpty());
    return reader;
  }

  private static Story told(String town) {
    var story = new Story(town, NUMBERS.incrementAndGet());
    OVERSIGHT.heard(story.facts());
    return story;
  }

  private static boolean saw(Sse reader, String text) {
    return reader.facts().stream().anyMatch(it -> it.data().contains(text));
  }

  private static void awaitClosed(Sse reader, Story story) {
    await()
        .atMost(SOON)
        .until(() ->
            reader.facts().stream()
                .anyMatch(it ->
                    it.name().equals("project.closed.v1")
                        && it.data().contains(story.project.value())));
  }

  @Test
  void a_reader_is_greeted_and_told_facts_as_they_happen_with_their_new_status() {
    try (Sse reader = open(Role.TST_WORKER, TOWN)) {
      assertThat(reader.events().getFirst().name()).isEqualTo("hello");
      Story story = told(TOWN);
      awaitClosed(reader, story);
      Sse.Event collected =
          reader.facts().stream()
              .filter(it -> it.data().contains("need/" + story.need + "@1\""))
              .findFirst()
              .orElseThrow();
      assertThat(collected.name()).isEqualTo("need.collected.v1");
      assertThat(collected.data())
          .contains("\"status\":\"COLLECTED\"", "\"division\":\"511523100001\"", "RM_WORKER@");
      List<Long> ids = reader.facts().stream().map(it -> Long.parseLong(it.id())).toList();
      assertThat(ids).isSorted().doesNotHaveDuplicates();
    }
  }

  @Test
  void a_stream_has_the_headers_of_a_stream_and_those_that_protect_it() {
    try (Sse reader = open(Role.TST_WORKER, TOWN)) {
      assertThat(reader.headers().allValues("Content-Type"))
          .containsExactly("text/event-stream;charset=UTF-8");
      assertThat(reader.headers().allValues("Cache-Control")).containsExactly("no-store");
      assertThat(reader.headers().allValues("X-Accel-Buffering")).containsExactly("no");
      assertThat(reader.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
      assertThat(reader.headers().allValues("Content-Security-Policy")).hasSize(1);
    }
  }

  @Test
  void who_is_told_of_a_fact_finds_its_row() {
    try (Sse reader = open(Role.CAB, COUNTY)) {
      Story story = told(TOWN);
      await().atMost(SOON).until(() -> saw(reader, "need/" + story.need + "@1\""));
      assertThat(OVERSIGHT.get(token(Role.CAB, COUNTY), "/api/v1/needs/" + story.need).status())
          .isEqualTo(200);
    }
  }

  @Test
  void a_town_hears_nothing_of_another_town_and_only_the_county_hears_of_money() {
    try (Sse town = open(Role.TST_HEAD, TOWN);
        Sse other = open(Role.TST_HEAD, OTHER_TOWN);
        Sse county = open(Role.FINANCE, COUNTY)) {
      Story theirs = told(TOWN);
      Story own = told(OTHER_TOWN);
      awaitClosed(other, own);
      awaitClosed(town, theirs);
      awaitClosed(county, own);
      assertThat(other.facts()).allMatch(it -> !it.data().contains(TOWN));
      assertThat(town.facts()).allMatch(it -> !it.data().contains(OTHER_TOWN));
      assertThat(town.facts()).noneMatch(it -> it.name().startsWith("fund."));
      assertThat(town.facts()).anyMatch(it -> it.name().equals("funding.disbursed.v1"));
      await().atMost(SOON).until(() -> saw(county, "fund/" + own.fund));
    }
  }

  @Test
  void who_comes_back_is_told_exactly_what_they_missed() {
    Story first;
    Sse.Event last;
    try (Sse reader = open(Role.TST_WORKER, TOWN)) {
      first = told(TOWN);
      awaitClosed(reader, first);
      await().pollDelay(Duration.ofMillis(100)).until(() -> true);
      last = reader.facts().getLast();
    }
    Story missed = told(TOWN);
    try (Sse witness = Sse.open(stream(token(Role.TST_WORKER, TOWN), "?recent=200"))) {
      awaitClosed(witness, missed);
    }
    String id = String.valueOf(last.id());
    try (Sse byHeader =
            Sse.open(stream(token(Role.TST_WORKER, TOWN), "").header("Last-Event-ID", id));
        Sse byQuery = Sse.open(stream(token(Role.TST_WORKER, TOWN), "?lastEventId=" + id));
        Sse stranger = Sse.open(stream(token(Role.TST_WORKER, OTHER_TOWN), "?lastEventId=" + id))) {
      awaitClosed(byHeader, missed);
      awaitClosed(byQuery, missed);
      Set<String> of = new HashSet<>(byHeader.facts().stream().map(Sse.Event::data).toList());
      assertThat(of).hasSameSizeAs(byHeader.facts());
      assertThat(of)
          .isEqualTo(new HashSet<>(byQuery.facts().stream().map(Sse.Event::data).toList()));
      assertThat(byHeader.facts()).allMatch(it -> Long.parseLong(it.id()) > Long.parseLong(id));
      assertThat(byHeader.facts().stream().filter(it -> it.data().contains(missed.need.value())))
          .hasSizeGreaterThanOrEqualTo(10);
      assertThat(byHeader.facts())
          .noneMatch(it -> it.data().contains("need/" + first.need + "@1\""));
      await().atMost(SOON).until(() -> stranger.events().size() > 1);
      assertThat(stranger.facts()).isEmpty();
    }
  }

  @Test
  void who_was_away_too_long_is_told_to_begin_anew() {
    try (Sse reader = Sse.open(stream(token(Role.CAB, COUNTY), "?lastEventId=7"));
        Sse tomorrow =
            Sse.open(stream(token(Role.CAB, COUNTY), "?lastEventId=" + Long.MAX_VALUE))) {
      fill(Oversight.WINDOW + 1);
      await().atMost(SOON).until(() -> tomorrow.events().size() > 0);
      assertThat(tomorrow.events().getFirst().name()).isEqualTo("reset");
      assertThat(reader.events()).isNotEmpty();
    }
    try (Sse reader = Sse.open(stream(token(Role.CAB, COUNTY), "?lastEventId=7"))) {
      await().atMost(SOON).until(() -> !reader.events().isEmpty());
      assertThat(reader.events().getFirst().name()).isEqualTo("reset");
      Story story = told(TOWN);
      awaitClosed(reader, story);
    }
  }

  /** Tells so many facts of the other town, many at a time. */
  private static void fill(int facts) {
    Teller teller = OVERSIGHT.bean(Teller.class);
    int run = NUMBERS.incrementAndGet();
    List<Future<?>> running = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.rangeClosed(1, facts)
          .forEach(it -> {
            if (it % 500 == 0) { // No more than the teller lets wait.
              join(running);
            }
            running.add(threads.submit(() -> teller.tell(List.of(new News(hop(run, it), false)))));
          });
      join(running);
    }
  }

  private static void join(List<Future<?>> running) {
    for (Future<?> one : running) {
      try {
        one.get();
      } catch (Exception failed) {
        throw new IllegalStateException(failed);
      }
    }
    running.clear();
  }

  private static Hop hop(int run, int version) {
    return new Hop(
        "fill/" + run + "@" + version,
        "fill/" + run,
        version,
        "need.matched.v1",
        Story.NINE,
        "request/1",
        "CAB@CAB",
        "CAB",
        "f",
        OTHER_TOWN,
        null,
        null,
        "need.matched",
        Map.of("supplier", "x".repeat(600)));
  }

  @Test
  void who_does_not_read_is_cut_off_and_others_are_not() throws IOException {
    double before = slow();
    try (Sse witness = open(Role.TST_WORKER, OTHER_TOWN);
        var socket = new Socket()) {
      socket.setReceiveBufferSize(4096);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), OVERSIGHT.port()));
      String request =
          "GET /api/v1/stream HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
              + token(Role.TST_WORKER, OTHER_TOWN)
              + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      assertThat(socket.getInputStream().readNBytes(12))
          .isEqualTo("HTTP/1.1 200".getBytes(StandardCharsets.US_ASCII));
      fill(12_000); // About 10 MB, more than both ends of a connection hold.
      socket.setSoTimeout(20_000);
      byte[] rest = socket.getInputStream().readAllBytes();
      assertThat(rest.length).isLessThan(12_000 * 600);
      await().atMost(SOON).untilAsserted(() -> assertThat(slow()).isGreaterThan(before));
      Story story = told(OTHER_TOWN);
      awaitClosed(witness, story);
    }
  }

  private static double slow() {
    MeterRegistry meters = OVERSIGHT.bean(MeterRegistry.class);
    return meters.find("threefold.stream.ended").tag("why", "SLOW").counters().stream()
        .mapToDouble(it -> it.count())
        .sum();
  }

  @Test
  void a_stream_ends_with_its_token() {
    var brief = new Actor("brief", Set.of(Role.CAB), new DivisionCode(COUNTY), null, null, null);
    String shortLived =
        OVERSIGHT
            .issuer()
            .token(
                brief.subject(),
                brief.claims(),
                it -> it.expirationTime(Date.from(Instant.now().plusSeconds(3))));
    try (Sse reader = Sse.open(stream(shortLived, ""))) {
      await().atMost(Duration.ofSeconds(8)).until(reader::ended);
      assertThat(reader.events().getLast().name()).isEqualTo("bye");
      assertThat(reader.events().getLast().data()).contains("EXPIRED");
      assertThat(OVERSIGHT.send(stream(shortLived, "?lastEventId=1")).status()).isEqualTo(401);
    }
  }

  @Test
  void silence_is_filled_with_heartbeats_that_carry_the_place() {
    try (Sse reader = open(Role.RM_WORKER, "511523118001")) {
      await().atMost(SOON).until(() -> reader.events().size() >= 3);
      assertThat(reader.facts()).isEmpty();
      assertThat(reader.events().get(1).name()).isEmpty();
      assertThat(reader.events().get(1).id()).isNotNull();
    }
  }

  @Test
  void one_person_has_not_all_places() {
    String token = token(Role.CAB, COUNTY);
    List<Sse> readers = new ArrayList<>();
    try {
      for (int i = 0; i < 6; i++) {
        readers.add(Sse.open(stream(token, "")));
      }
      assertThat(OVERSIGHT.send(stream(token, "")).status()).isEqualTo(503);
    } finally {
      readers.forEach(Sse::close);
    }
    await()
        .atMost(SOON)
        .ignoreExceptions()
        .untilAsserted(() -> Sse.open(stream(token, "")).close());
  }

  @Test
  void the_stream_is_not_for_everybody() {
    assertThat(OVERSIGHT.get(null, "/api/v1/stream").status()).isEqualTo(401);
    assertThat(OVERSIGHT.send(stream(token(Role.RESIDENT, TOWN), "")).status()).isEqualTo(403);
    assertThat(OVERSIGHT.send(stream(token(Role.CAB, COUNTY), "?lastEventId=x")).status())
        .isEqualTo(400);
    assertThat(OVERSIGHT.send(stream(token(Role.CAB, COUNTY), "?recent=201")).status())
        .isEqualTo(400);
  }
}

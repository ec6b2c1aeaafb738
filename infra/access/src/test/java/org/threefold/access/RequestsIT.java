package org.threefold.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.access.Edge.GOOD;
import static org.threefold.access.Edge.WORKER;
import static org.threefold.access.Edge.as;
import static org.threefold.access.Edge.command;
import static org.threefold.access.Edge.send;
import static org.threefold.access.Edge.token;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threefold.events.DivisionCode;

/** What a handler is told about who asked for what, and from which version. */
class RequestsIT {

  private static final String TOUCH = "/api/v1/things/N-511523100001-20261123-0001/touch";
  private static final String KEY = "Idempotency-Key";
  private static final String IF_MATCH = "If-Match";

  private static String hash(HttpRequest.Builder request) {
    return send(request).text("/hash");
  }

  @Test
  void a_command_without_a_key_gets_a_fresh_one_each_time() {
    String first = send(command(TOUCH, "")).text("/key");
    String second = send(command(TOUCH, "")).text("/key");
    assertThat(first).matches("[0-9a-f]{32}:[0-9a-f-]{36}").isNotEqualTo(second);
  }

  @Test
  void a_key_belongs_to_the_person_who_made_it() {
    String mine = send(command(TOUCH, "").header(KEY, "k-1")).text("/key");
    var other = new Actor("bob", Set.of(Role.RM_WORKER), WORKER.area(), WORKER.unit(), null, null);
    String theirs =
        send(as(other, TOUCH).header(KEY, "k-1").POST(BodyPublishers.noBody())).text("/key");
    assertThat(mine).endsWith(":k-1").doesNotContain("alice");
    assertThat(theirs).endsWith(":k-1").isNotEqualTo(mine);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "é"})
  void a_key_is_visible_ascii(String key) {
    Edge.Answered answer =
        key.isEmpty() || key.charAt(0) > '~'
            ? raw(KEY + ": " + key)
            : send(command(TOUCH, "").header(KEY, key));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("/code")).isEqualTo("API-013");
    assertThat(answer.text("/errors/0/parameter")).isEqualTo(KEY);
  }

  /** Through a socket, for headers the client would not send. */
  private static Edge.Answered raw(String header) {
    return Edge.parsed(
        Edge.raw(
            "POST "
                + TOUCH
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n"
                + "Authorization: Bearer "
                + token(WORKER)
                + "\r\n"
                + header
                + "\r\n\r\n"));
  }

  @Test
  void a_key_has_at_most_100_characters_and_comes_once() {
    assertThat(send(command(TOUCH, "").header(KEY, "k".repeat(100))).status()).isEqualTo(200);
    assertThat(send(command(TOUCH, "").header(KEY, "k".repeat(101))).status()).isEqualTo(400);
    assertThat(send(command(TOUCH, "").header(KEY, "a").header(KEY, "b")).status()).isEqualTo(400);
  }

  @Test
  void the_same_request_has_the_same_hash_and_another_one_has_not() {
    String things = "/api/v1/things";
    String good = hash(command(things, GOOD));
    assertThat(good).matches("[0-9a-f]{64}").isEqualTo(hash(command(things, GOOD)));
    assertThat(hash(command(things, GOOD + " "))).isNotEqualTo(good);
    assertThat(hash(command(TOUCH, ""))).isEqualTo(hash(command(TOUCH, "")));
    assertThat(hash(command(TOUCH, ""))).isNotEqualTo(hash(command(TOUCH, "{}")));
    assertThat(hash(command(TOUCH, ""))).isNotEqualTo(hash(command(TOUCH + "?x=1", "")));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {"\"17\", 17", "\"0\", 0", "*, none"})
  void the_expected_version_is_that_of_if_match(String header, Long version) {
    Edge.Answered answer = send(command(TOUCH, "").header(IF_MATCH, header));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().has("expected")).isEqualTo(version != null);
    if (version != null) {
      assertThat(answer.json().at("/expected").asLong()).isEqualTo(version);
    }
  }

  @Test
  void a_malformed_if_match_is_refused() {
    for (String header :
        List.of(
            "17",
            "W/\"17\"",
            "\"\"",
            "\"-1\"",
            "\"17\", \"18\"",
            "\"x\"",
            "\"9999999999999999999\"")) {
      Edge.Answered answer = send(command(TOUCH, "").header(IF_MATCH, header));
      assertThat(answer.status()).as(header).isEqualTo(400);
      assertThat(answer.text("/code")).isEqualTo("API-013");
      assertThat(answer.text("/errors/0/parameter")).isEqualTo(IF_MATCH);
    }
  }

  @Test
  void the_cause_says_who_by_role_and_when_by_the_clock_of_the_edge() {
    String parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    Edge.Answered answer = send(command(TOUCH, "").header("traceparent", parent));
    assertThat(answer.text("/actor")).isEqualTo("RM_WORKER@RM-511523100001");
    assertThat(answer.text("/at")).isEqualTo("2026-11-23T04:00:00Z");
    assertThat(answer.text("/trace")).isEqualTo(parent);
    Edge.Answered malformed = send(command(TOUCH, "").header("traceparent", "00-1-2-3"));
    assertThat(malformed.json().has("trace")).isFalse();
  }

  @Test
  void outside_of_its_area_an_actor_finds_nothing() {
    var neighbour =
        new Actor(
            "carol", Set.of(Role.RM_WORKER), new DivisionCode("511523100002"), null, null, null);
    Edge.Answered answer = send(as(neighbour, TOUCH).POST(BodyPublishers.noBody()));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text("/code")).isEqualTo("API-005");
  }
}

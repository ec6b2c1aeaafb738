package org.threefold.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.access.Edge.GOOD;
import static org.threefold.access.Edge.asWorker;
import static org.threefold.access.Edge.chunked;
import static org.threefold.access.Edge.command;
import static org.threefold.access.Edge.make;
import static org.threefold.access.Edge.raw;
import static org.threefold.access.Edge.send;
import static org.threefold.access.Edge.to;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.threefold.events.Channel;

/** Everything that can be wrong with a request has its code, its place, and both languages. */
class ProblemsIT {

  private static final String THINGS = "/api/v1/things";
  private static final String THING = THINGS + "/N-511523100001-20261123-0001";

  /** The good body with one thing in it replaced. */
  private static String but(String part, String replacement) {
    assertThat(GOOD).contains(part);
    return GOOD.replace(part, replacement);
  }

  private static String and(String field) {
    return but("\"hours\":3", "\"hours\":3," + field);
  }

  private static Arguments bad(String json, String code, String pointer) {
    return Arguments.of(json, code, pointer);
  }

  static Stream<Arguments> bodies() {
    String deep = "[".repeat(30) + "]".repeat(30);
    return Stream.of(
        bad("", "API-003", ""),
        bad("null", "API-003", ""),
        bad("[]", "API-003", ""),
        bad("\"text\"", "API-003", ""),
        bad("{", "API-001", "-"),
        bad("{'need':1}", "API-001", "-"),
        bad(GOOD + "x", "API-001", "-"),
        bad(GOOD + "{}", "API-001", "-"),
        bad(and("\"hours\":4"), "API-001", "-"),
        bad(and("\"kind\":1"), "API-002", "/kind"),
        bad(and("\"a/b~c\":1"), "API-002", "/a~1b~0c"),
        bad(and("\"parts\":[{\"name\":\"ab\",\"amountFen\":1,\"x\":1}]"), "API-002", "/parts/0/x"),
        bad(and("\"score\":[[" + deep + "]]"), "API-003", "?"),
        bad(and("\"score\":" + "9".repeat(60)), "API-003", "/score"),
        bad(and("\"score\":" + "9".repeat(2_000)), "API-003", ""),
        bad(and("\"score\":1e400000000"), "API-003", "/score"),
        bad(and("\"score\":\"1\""), "API-003", "/score"),
        bad(but("\"轮椅\"", "\"" + "长".repeat(20_001) + "\""), "API-003", "/title"),
        bad(but("\"轮椅\"", "\"" + "长".repeat(21) + "\""), "API-003", "/title"),
        bad(but("\"轮椅\"", "7"), "API-003", "/title"),
        bad(but("\"轮椅\"", "null"), "API-003", "/title"),
        bad(but("\"title\":\"轮椅\",", ""), "API-003", "/title"),
        bad(but("\"轮椅\"", "\"a\\u0000b\""), "API-003", "/title"),
        bad(but("\"轮椅\"", "\"a\\rb\""), "API-003", "/title"),
        bad(but("\"轮椅\"", "\"a\\u202Eb\""), "API-003", "/title"),
        bad(but("\"轮椅\"", "\"a\\ud800b\""), "API-003", "/title"),
        bad(but("\"轮椅\"", "{\"$gt\":\"\"}"), "API-003", "/title"),
        bad(but("[\"a\"]", "[\"a\",\"\\u2066\"]"), "API-003", "/words/1"),
        bad(but("[\"a\"]", "[\"a\",7]"), "API-003", "/words/1"),
        bad(but("[\"a\"]", "[\"a\",null]"), "API-003", "/words/1"),
        bad(but("[\"a\"]", "\"a\""), "API-003", "/words"),
        bad(but("[\"a\"]", "[1,2,3,4]"), "API-003", "/words/0"),
        bad(but("[\"a\"]", "[\"a\",\"b\",\"c\",\"d\"]"), "API-003", "/words"),
        bad(but(",\"words\":[\"a\"]", ""), "API-003", "/words"),
        bad(but("\"hours\":3", "\"hours\":101"), "API-003", "/hours"),
        bad(but("\"hours\":3", "\"hours\":\"3\""), "API-003", "/hours"),
        bad(but("\"hours\":3", "\"hours\":\"\""), "API-003", "/hours"),
        bad(but("\"hours\":3", "\"hours\":3.5"), "API-003", "/hours"),
        bad(but("\"hours\":3", "\"hours\":99999999999"), "API-003", "/hours"),
        bad(but("\"hours\":3", "\"hours\":true"), "API-003", "/hours"),
        bad(but("\"hours\":3", "\"hours\":null"), "API-003", "/hours"),
        bad(but("\"hours\":3,", ""), "API-003", "/hours"),
        bad(but("true", "1"), "API-003", "/urgent"),
        bad(but("true", "\"true\""), "API-003", "/urgent"),
        bad(but("true", "null"), "API-003", "/urgent"),
        bad(but("\"WALK_IN\"", "\"walk_in\""), "API-003", "/channel"),
        bad(but("\"WALK_IN\"", "\"TELEPATHY\""), "API-003", "/channel"),
        bad(but("\"WALK_IN\"", "\"\""), "API-003", "/channel"),
        bad(but("\"WALK_IN\"", "0"), "API-003", "/channel"),
        bad(but("\"channel\":\"WALK_IN\",", ""), "API-003", "/channel"),
        bad(but("N-511523100001-20261123-0001", "N-1"), "API-003", "/need"),
        bad(but("N-511523100001-20261123-0001", ""), "API-003", "/need"),
        bad(but("\"N-511523100001-20261123-0001\"", "{\"value\":\"N-1\"}"), "API-003", "/need"),
        bad(but("\"N-511523100001-20261123-0001\"", "7"), "API-003", "/need"),
        bad(and("\"day\":\"2026-02-30\""), "API-003", "/day"),
        bad(and("\"day\":[2026,1,1]"), "API-003", "/day"),
        bad(and("\"day\":\"\""), "API-003", "/day"),
        bad(and("\"at\":1700000000"), "API-003", "/at"),
        bad(and("\"at\":\"yesterday\""), "API-003", "/at"),
        bad(and("\"parts\":[{\"name\":\"a\",\"amountFen\":1}]"), "API-003", "/parts/0/name"),
        bad(and("\"parts\":[{\"amountFen\":1}]"), "API-003", "/parts/0/name"),
        bad(and("\"parts\":[null]"), "API-003", "/parts/0"),
        bad(and("\"parts\":[{\"name\":\"ab\",\"amountFen\":-1}]"), "API-003", "/parts/0"),
        bad(and("\"parts\":[\"ab\"]"), "API-003", "/parts/0"),
        bad(and("\"parts\":\"\""), "API-003", "/parts"));
  }

  @ParameterizedTest(name = "{2} {0}")
  @MethodSource("bodies")
  void a_bad_body_is_told_where_and_why(String json, String code, String pointer) {
    Edge.Answered chinese = make(json);
    assertThat(chinese.status()).as(chinese.body()).isEqualTo(400);
    assertThat(chinese.text("/code")).as(chinese.body()).isEqualTo(code);
    if (pointer.equals("-")) {
      assertThat(chinese.json().has("errors")).isFalse();
    } else if (!pointer.equals("?")) {
      assertThat(chinese.json().at("/errors/0/pointer").isString()).isTrue();
      assertThat(chinese.text("/errors/0/pointer")).as(chinese.body()).isEqualTo(pointer);
    }
    Edge.Answered english = send(command(THINGS, json).header("Accept-Language", "en-GB,zh;q=0.1"));
    isAProblem(chinese, "zh");
    isAProblem(english, "en");
    assertThat(english.text("/detail")).isNotEqualTo(chinese.text("/detail"));
  }

  /** Complete, in the language, and without a word about the inside. */
  private static void isAProblem(Edge.Answered answer, String language) {
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.header("Content-Language")).isEqualTo(language);
    assertThat(answer.text("/type")).isEqualTo("urn:threefold:problem:" + answer.text("/code"));
    assertThat(answer.json().at("/status").asInt()).isEqualTo(answer.status());
    assertThat(answer.text("/instance")).startsWith("/");
    List<String> texts =
        Stream.concat(
                Stream.of(answer.text("/title"), answer.text("/detail")),
                answer.json().at("/errors").valueStream().map(it -> it.at("/detail").asString()))
            .toList();
    assertThat(texts)
        .allSatisfy(it ->
            assertThat(
                    it.codePoints()
                        .anyMatch(
                            c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN))
                .as(it)
                .isEqualTo(language.equals("zh")));
    assertThat(answer.body())
        .doesNotContain("org.threefold", "java.", "tools.jackson", "springframework", "\\tat ")
        .doesNotContain("secret", "Exception", "{0}")
        .hasSizeLessThan(2_000);
  }

  @Test
  void a_good_body_goes_through_in_normal_form() {
    Edge.Answered answer = make(but("轮椅", "Cafe\\u0301\\n\\t椅"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(answer.text("/made/title")).isEqualTo("Caf\u00e9\n\t椅");
    assertThat(answer.header("ETag")).isEqualTo("\"1\"");
    assertThat(answer.header("Location")).isEqualTo("/api/v1/things/T-1");
    assertThat(answer.text("/at")).isEqualTo("2026-11-23T04:00:00Z");
    assertThat(answer.json().at("/made").has("day")).isFalse();
  }

  @Test
  void all_faults_are_told_at_once() {
    Edge.Answered answer = make(but("\"hours\":3", "\"hours\":300").replace("轮椅", "长".repeat(30)));
    assertThat(answer.json().at("/errors").valueStream().map(it -> it.at("/pointer").asString()))
        .containsExactlyInAnyOrder("/hours", "/title");
    Edge.Answered absent = make("{\"hours\":3,\"urgent\":true}");
    assertThat(absent.json().at("/errors").valueStream().map(it -> it.at("/pointer").asString()))
        .containsExactlyInAnyOrder("/need", "/title", "/channel", "/words");
  }

  @Test
  void an_unknown_value_is_told_all_allowed_ones() {
    String detail = make(but("WALK_IN", "X")).text("/errors/0/detail");
    assertThat(detail).contains(Stream.of(Channel.values()).map(Enum::name).toList());
  }

  @Test
  void malformed_json_is_told_the_line() {
    assertThat(make("{\n\"need\": nope}").text("/detail")).contains("2");
  }

  @Test
  void a_body_over_256_kib_is_refused_with_and_without_a_length() {
    byte[] large = " ".repeat(256 * 1024 + 1).getBytes(StandardCharsets.UTF_8);
    for (Edge.Answered answer :
        List.of(
            send(command(THINGS, new String(large, StandardCharsets.UTF_8))),
            send(chunked(THINGS, large)))) {
      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.text("/code")).isEqualTo("API-004");
      isAProblem(answer, "zh");
    }
    byte[] justFits =
        (GOOD + " ".repeat(256 * 1024)).substring(0, 250_000).getBytes(StandardCharsets.UTF_8);
    assertThat(send(chunked(THINGS, justFits)).status()).isEqualTo(201);
  }

  @Test
  void a_command_is_json_and_nothing_else() {
    for (String type :
        List.of(
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "application/vnd.x+json",
            "application/cloudevents+json",
            "application/json;charset=GBK",
            "multipart/form-data;boundary=x",
            "nonsense")) {
      Edge.Answered answer =
          send(asWorker(THINGS).header("Content-Type", type).POST(BodyPublishers.ofString(GOOD)));
      assertThat(answer.status()).as(type).isEqualTo(415);
      assertThat(answer.text("/code")).isEqualTo("API-012");
      assertThat(answer.header("Accept")).isEqualTo("application/json");
      isAProblem(answer, "zh");
    }
    assertThat(send(asWorker(THINGS).POST(BodyPublishers.ofString(GOOD))).status()).isEqualTo(415);
    assertThat(send(command(THINGS, GOOD).header("Content-Encoding", "gzip")).status())
        .isEqualTo(415);
    assertThat(
            send(asWorker(THINGS)
                    .header("Content-Type", "application/json; charset=UTF-8")
                    .POST(BodyPublishers.ofString(GOOD)))
                .status())
        .isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,    /api/v1/nowhere,               404, API-005",
    "GET,    /nowhere,                      404, API-005",
    "GET,    /error,                        404, API-005",
    "GET,    /api/v1/things/N-1,            404, API-005",
    "DELETE, /api/v1/things,                405, API-012",
    "PATCH,  /api/v1/things,                405, API-012",
    "GET,    /api/v1/things?limit=0,        400, API-013",
    "GET,    /api/v1/things?limit=201,      400, API-013",
    "GET,    /api/v1/things?limit=many,     400, API-013",
    "GET,    /api/v1/things?after=N-1,      400, API-013",
    "GET,    /api/v1/things?after=%00,      400, API-013",
    "GET,    /api/v1/things?channel=X,      400, API-013",
    "POST,   /api/v1/fail,                  400, API-013",
    "GET,    /api/v1//things,               400, API-013",
    "GET,    /api/v1/things;x=1,            400, API-013",
    "POST,   /api/v1/fail?with=refused,     409, EDGE-001",
    "POST,   /api/v1/fail?with=wrapped,     409, EDGE-001",
    "POST,   /api/v1/fail?with=content,     422, NEED-003",
    "POST,   /api/v1/fail?with=not-found,   404, API-005",
    "POST,   /api/v1/fail?with=stale,       412, API-006",
    "POST,   /api/v1/fail?with=reused,      422, API-007",
    "POST,   /api/v1/fail?with=busy,        503, API-010",
    "POST,   /api/v1/fail?with=unavailable, 503, API-010",
    "POST,   /api/v1/fail?with=unread,      503, API-010",
    "POST,   /api/v1/fail?with=contended,   409, API-011",
    "POST,   /api/v1/fail?with=bug,         500, API-014"
  })
  void what_is_wrong_beside_the_body_has_its_code_too(
      String method, String path, int status, String code) {
    for (String language : List.of("zh", "en")) {
      Edge.Answered answer =
          send(
              asWorker(path)
                  .header("Accept-Language", language)
                  .method(method, BodyPublishers.noBody()));
      assertThat(answer.status()).as(answer.body()).isEqualTo(status);
      assertThat(answer.text("/code")).isEqualTo(code);
      if (!code.equals("NEED-003")) { // Its sentence belongs to another service.
        isAProblem(answer, language);
      }
    }
  }

  @Test
  void a_bad_parameter_is_named() {
    Edge.Answered answer = send(asWorker(THINGS + "?limit=0"));
    assertThat(answer.text("/errors/0/parameter")).isEqualTo("limit");
    assertThat(answer.text("/detail")).contains("limit");
    assertThat(send(asWorker(THINGS + "?channel=X")).text("/errors/0/detail"))
        .contains("WALK_IN", "PHONE");
    assertThat(send(asWorker(THINGS).DELETE()).header("Allow")).contains("GET", "POST");
  }

  @Test
  void a_refusal_names_its_arguments_plainly_and_has_its_code_if_it_has_no_sentence() {
    assertThat(send(command("/api/v1/fail?with=refused", "")).text("/detail"))
        .isEqualTo("东西 T-1 已在 2026 年关闭。");
    assertThat(send(command("/api/v1/fail?with=unwritten", "")).text("/detail"))
        .isEqualTo("EDGE-999");
  }

  @Test
  void any_language_is_answered_if_only_in_chinese() {
    for (String language : List.of("fr", "zh-TW", "zh", "*", "x-klingon;q=2", "en;q=0.1,zh")) {
      Edge.Answered answer = send(asWorker("/api/v1/nowhere").header("Accept-Language", language));
      isAProblem(answer, answer.header("Content-Language").toLowerCase(Locale.ROOT));
      assertThat(answer.status()).isEqualTo(404);
    }
  }

  @Test
  void a_wish_for_another_format_is_told_as_a_problem() {
    Edge.Answered answer = send(asWorker(THING).header("Accept", "application/xml"));
    assertThat(answer.status()).isEqualTo(406);
    assertThat(answer.text("/code")).isEqualTo("API-012");
    isAProblem(answer, "zh");
  }

  @Test
  void the_trace_of_the_caller_comes_back() {
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    assertThat(
            send(asWorker("/api/v1/nowhere")
                    .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"))
                .text("/trace"))
        .isEqualTo(trace);
  }

  @Test
  void callers_of_another_protocol_are_told_in_its_own_form() {
    Edge.Answered told = send(to("/open/plain/nowhere").header("Accept-Language", "en"));
    assertThat(told.status()).isEqualTo(405);
    assertThat(told.header("Content-Type")).isEqualTo("text/plain;charset=utf-8");
    assertThat(told.header("Content-Language")).isEqualTo("en");
    assertThat(told.body()).matches("API-005 .+ is not found\\.\n\\[]");
    Edge.Answered other = send(to("/open/nowhere"));
    assertThat(other.status()).isEqualTo(404);
    isAProblem(other, "zh");
  }

  @Test
  void what_tomcat_cannot_parse_is_a_problem_too() {
    for (String request :
        List.of(
            "GET /a|b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                + "a".repeat(20_000)
                + "\r\n\r\n",
            "TRACE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")) {
      String answer = raw(request);
      assertThat(answer).as(request.substring(0, 12)).startsWith("HTTP/1.1 4");
      assertThat(answer).doesNotContain("<html", "Apache", "Tomcat", "java.");
      assertThat(answer).contains("application/problem+json", "urn:threefold:problem:API-0");
    }
  }

  @Test
  void a_stranger_is_not_told_what_is_wrong_with_the_request() {
    assertThat(send(to(THINGS).POST(BodyPublishers.ofString("{"))).status()).isEqualTo(401);
    byte[] large = new byte[300_000];
    assertThat(send(to(THINGS).POST(BodyPublishers.ofByteArray(large))).status()).isEqualTo(401);
  }
}

package org.threefold.needs.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.needs.open311.Door.APP;
import static org.threefold.needs.open311.Door.FOREIGN_TOWN;
import static org.threefold.needs.open311.Door.HOTLINE;
import static org.threefold.needs.open311.Door.PATH;
import static org.threefold.needs.open311.Door.ROOM;
import static org.threefold.needs.open311.Door.SILENT;
import static org.threefold.needs.open311.Door.TOWN;
import static org.threefold.needs.open311.Door.WORDS;
import static org.threefold.testkit.Eventually.eventually;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.threefold.access.Role;
import org.threefold.events.NeedCategory;
import org.threefold.events.StationId;
import org.threefold.events.Topic;
import org.threefold.teststand.Answer;
import org.threefold.teststand.Said;
import org.w3c.dom.Document;

/** A hotline and an app at the door, in both formats of GeoReport v2. */
class Open311IT {

  private static final String NEEDS = "/api/v1/needs/";

  @TempDir static Path folder;

  private static Door door;
  private static String room;

  @BeforeAll
  static void start() {
    door = Door.open(folder);
    room = door.intake.token(Role.RM_WORKER, new StationId(ROOM));
  }

  @AfterAll
  static void stop() {
    door.close();
  }

  private static Answer seen(String need) {
    return door.intake.get(room, NEEDS + need);
  }

  // --- what can be asked for

  @Test
  void every_category_is_a_service_in_both_formats_and_languages() {
    Answer json = door.get("services.json");
    assertThat(json.status()).isEqualTo(200);
    assertThat(json.header("Content-Type")).isEqualToIgnoringCase("application/json;charset=utf-8");
    assertThat(json.json().valueStream().map(it -> it.path("service_code").asString()))
        .containsExactly(Stream.of(NeedCategory.values()).map(Enum::name).toArray(String[]::new));
    assertThat(json.json().get(0).propertyNames())
        .containsExactly(
            "service_code", "service_name", "description", "metadata", "type", "keywords", "group");
    assertThat(json.text("/0/service_name")).isEqualTo("Meals and care");
    assertThat(json.json().at("/0/metadata").asBoolean()).isTrue();

    Answer answer =
        door.intake.send(
            door.intake
                .request(null, PATH + "services.xml?jurisdiction_id=511523")
                .setHeader("Accept-Language", "zh"));
    Document xml = Door.xml(answer);
    assertThat(answer.body()).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    assertThat(Xml.count(xml, "/services/service")).isEqualTo(NeedCategory.values().length);
    assertThat(Xml.text(xml, "/services/service[1]/service_code")).isEqualTo("MEAL_CARE");
    assertThat(Xml.text(xml, "/services/service[1]/service_name")).isEqualTo("助餐照料");
    assertThat(Xml.text(xml, "/services/service[1]/metadata")).isEqualTo("true");
    assertThat(Xml.text(xml, "/services/service[1]/type")).isEqualTo("realtime");
  }

  @Test
  void a_definition_asks_for_age_and_groups() {
    Answer json = door.get("services/DISPUTE.json");
    assertThat(json.text("/service_code")).isEqualTo("DISPUTE");
    assertThat(json.json().at("/attributes/0").propertyNames())
        .containsExactly(
            "variable",
            "code",
            "datatype",
            "required",
            "datatype_description",
            "order",
            "description",
            "values");
    assertThat(json.text("/attributes/0/code")).isEqualTo("AGE_BAND");
    assertThat(json.text("/attributes/0/datatype")).isEqualTo("singlevaluelist");
    assertThat(json.text("/attributes/0/values/3/key")).isEqualTo("FROM_60");
    assertThat(json.text("/attributes/0/values/3/name")).isEqualTo("60 to 79");
    assertThat(json.json().at("/attributes/1/required").asBoolean()).isTrue();
    Document xml = Door.xml(door.get("services/DISPUTE.xml"));
    String groups = "/service_definition/attributes/attribute[order='2']";
    assertThat(Xml.text(xml, groups + "/code")).isEqualTo("GROUPS");
    assertThat(Xml.text(xml, groups + "/datatype")).isEqualTo("multivaluelist");
    assertThat(Xml.count(xml, groups + "/values/value")).isEqualTo(20);
  }

  @Test
  void what_is_not_there_is_said_as_a_list_of_errors() {
    Answer json = door.get("services/POTHOLES.json");
    assertThat(json.status()).isEqualTo(404);
    assertThat(json.json().size()).isEqualTo(1);
    assertThat(json.json().at("/0/code").asInt()).isEqualTo(404);
    assertThat(json.text("/0/description")).startsWith("NEED-073 There is no service POTHOLES");
    Answer xml = door.get("services/POTHOLES.xml");
    assertThat(xml.status()).isEqualTo(404);
    assertThat(Xml.text(Door.xml(xml), "/errors/error/code")).isEqualTo("404");
    assertThat(Xml.text(Door.xml(xml), "/errors/error/description")).startsWith("NEED-073 ");
    assertThat(Xml.text(Door.xml(door.get("services.yaml")), "/errors/error/code"))
        .isEqualTo("404");
    Answer removed = door.intake.send(door.intake.request(null, PATH + "requests.json").DELETE());
    assertThat(removed.status()).isEqualTo(405);
    assertThat(removed.text("/0/description")).startsWith("API-012");
  }

  @Test
  void the_door_says_where_it_is_and_what_it_speaks() {
    Answer json = door.get("discovery.json");
    assertThat(json.text("/endpoints/0/url"))
        .isEqualTo("http://localhost:" + door.intake.port() + "/open311/v2");
    assertThat(json.text("/endpoints/0/formats/1")).isEqualTo("application/json");
    Document xml = Door.xml(door.get("discovery.xml"));
    assertThat(Xml.text(xml, "/discovery/endpoints/endpoint/specification"))
        .isEqualTo("http://wiki.open311.org/GeoReport_v2");
    assertThat(Xml.text(xml, "/discovery/endpoints/endpoint/formats/format[1]"))
        .isEqualTo("text/xml");
  }

  // --- filing and following

  @Test
  void a_need_is_filed_by_phone_and_followed_by_its_number() {
    door.nextWindow();
    Answer made = door.post("json", door.need(HOTLINE));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.json().size()).isEqualTo(1);
    assertThat(made.json().get(0).propertyNames())
        .containsExactly("service_request_id", "service_notice");
    String need = made.text("/0/service_request_id");
    assertThat(need).startsWith("N-511523100001-20261123-");
    assertThat(made.header("Location")).isEqualTo(PATH + "requests/" + need + ".json");

    Answer one = door.get("requests/" + need + ".json");
    assertThat(one.status()).as(one.body()).isEqualTo(200);
    assertThat(one.json().size()).isEqualTo(1);
    assertThat(one.json().get(0).propertyNames())
        .containsExactly(
            "service_request_id",
            "status",
            "status_notes",
            "service_name",
            "service_code",
            "agency_responsible",
            "requested_datetime",
            "updated_datetime");
    assertThat(one.text("/0/status")).isEqualTo("open");
    assertThat(one.text("/0/status_notes")).isEqualTo("Recorded; it will be sorted next");
    assertThat(one.text("/0/service_code")).isEqualTo("MEAL_CARE");
    assertThat(one.text("/0/agency_responsible")).isEqualTo("某站");
    assertThat(one.text("/0/requested_datetime"))
        .matches("2026-11-23T1[0-9]:[0-9]{2}:00\\+08:00")
        .isEqualTo(one.text("/0/updated_datetime"));
    assertThat(one.header("Cache-Control")).contains("no-store");
    assertThat(one.body()).doesNotContain(WORDS).doesNotContain("R-").doesNotContain("ELDER");

    Answer sorted =
        door.intake.post(room, NEEDS + need + "/sort", "{\"category\":\"COMPANIONSHIP\"}");
    assertThat(sorted.status()).as(sorted.body()).isEqualTo(200);
    assertThat(sorted.text("/askedCategory")).isEqualTo("MEAL_CARE");
    assertThat(door.get("requests/" + need + ".json").text("/0/service_code"))
        .isEqualTo("COMPANIONSHIP");
  }

  @Test
  void the_room_sees_what_was_asked_for_and_sorts_it_itself() {
    String need = door.filed(door.need(HOTLINE).but("service_code", "REHAB"));
    Answer seen = seen(need);
    assertThat(seen.text("/status")).isEqualTo("COLLECTED");
    assertThat(seen.json().has("category")).isFalse();
    assertThat(seen.text("/askedCategory")).isEqualTo("REHAB");
    assertThat(seen.text("/channel")).isEqualTo("PHONE");
    assertThat(seen.text("/text")).isEqualTo(WORDS);
    assertThat(seen.text("/groups/1")).isEqualTo("ELDER_LIVING_ALONE");
    assertThat(seen.text("/history/0/actor")).isEqualTo("HOTLINE@511523");
    String auditor = door.intake.token(Role.AUDITOR, "511523");
    Answer county = door.intake.get(auditor, NEEDS + need);
    assertThat(county.status()).isEqualTo(200);
    assertThat(county.json().has("askedCategory")).isFalse();
    eventually(() -> assertThat(said(need)).hasSize(1));
    assertThat(said(need).getFirst().data().toString()).doesNotContain("REHAB", "hotline");
  }

  private static List<Said> said(String need) {
    return door.intake.said(Topic.NEEDS).stream().filter(it -> it.key().equals(need)).toList();
  }

  @Test
  void an_app_files_online_and_reads_xml() {
    door.nextWindow();
    Answer made = door.post("xml", door.need(APP).but("address_id", "511523100777"));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    String need = Xml.text(Door.xml(made), "/service_requests/request/service_request_id");
    assertThat(need).as("a village has no room").startsWith("N-511523100000-20261123-");
    assertThat(made.header("Location")).endsWith(need + ".xml");
    Document one = Door.xml(door.get("requests/" + need + ".xml"));
    assertThat(Xml.count(one, "/service_requests/request")).isEqualTo(1);
    assertThat(Xml.text(one, "/service_requests/request/status")).isEqualTo("open");
    assertThat(Xml.text(one, "/service_requests/request/service_name")).isEqualTo("Meals and care");
    String town = door.intake.token(Role.TST_WORKER, new StationId(TOWN));
    assertThat(door.intake.get(town, NEEDS + need).text("/channel")).isEqualTo("ONLINE");
  }

  @Test
  void a_division_means_its_room() {
    assertThat(door.filed(door.need(APP).but("address_id", "511523100001")))
        .startsWith("N-511523100001-");
    assertThat(door.filed(door.need(APP).but("address_id", "511523100")))
        .startsWith("N-511523100000-");
  }

  @Test
  void a_key_files_in_its_own_division_only() {
    assertThat(door.filed(door.need(HOTLINE).but("address_id", FOREIGN_TOWN)))
        .startsWith("N-511523101000-");
    Answer refused = door.post("json", door.need(APP).but("address_id", FOREIGN_TOWN));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text("/0/description")).startsWith("NEED-071");
  }

  @Test
  void a_need_that_is_over_is_closed() {
    door.nextWindow();
    String need = door.filed(door.need(HOTLINE).but("description", WORDS + ",关闭"));
    String into = door.filed(door.need(HOTLINE).but("description", WORDS + ",并入"));
    Answer merged =
        door.intake.post(room, NEEDS + need + "/merge-into", "{\"into\":\"" + into + "\"}");
    assertThat(merged.status()).as(merged.body()).isEqualTo(200);
    Answer one = door.get("requests/" + need + ".json");
    assertThat(one.text("/0/status")).isEqualTo("closed");
    assertThat(one.text("/0/status_notes")).isEqualTo("Goes on together with another need");
  }

  @Test
  void a_token_is_the_number_itself() {
    door.nextWindow();
    String need = door.filed(door.need(HOTLINE));
    Answer json = door.get("tokens/" + need + ".json");
    assertThat(json.text("/0/service_request_id")).isEqualTo(need);
    assertThat(json.text("/0/token")).isEqualTo(need);
    Document xml = Door.xml(door.get("tokens/" + need + ".xml"));
    assertThat(Xml.text(xml, "/service_requests/request/token")).isEqualTo(need);
    assertThat(door.get("tokens/N-511523100001-20261123-9999.json").status()).isEqualTo(404);
  }

  @Test
  void only_what_was_filed_here_can_be_followed_here() {
    door.nextWindow();
    Answer inPerson =
        door.intake.post(
            room,
            "/api/v1/needs",
            """
            {"unit":"%s","channel":"WALK_IN","ageBand":"FROM_60","groups":["ELDER"],
             "text":"%s","collectedOn":"2026-11-23"}\
            """
                .formatted(ROOM, WORDS));
    for (String number :
        List.of(inPerson.text("/need"), "N-511523100001-20261123-9999", "1", "N-1")) {
      Answer unknown = door.get("requests/" + number + ".json");
      assertThat(unknown.status()).as(number).isEqualTo(404);
      assertThat(unknown.text("/0/description")).startsWith("API-005");
    }
  }

  @Test
  void who_tries_number_after_number_has_to_wait_and_whoever_filed_it_has_not() {
    String need = door.filed(door.need(HOTLINE));
    door.nextWindow();
    for (int i = 1; i <= 20; i++) {
      assertThat(door.get("requests/N-511523100001-20261122-%04d.xml".formatted(i)).status())
          .isEqualTo(404);
    }
    Answer refused = door.get("requests/" + need + ".xml");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isEqualTo("60");
    assertThat(Xml.text(Door.xml(refused), "/errors/error/description")).startsWith("API-016");
    assertThat(door.get("tokens/" + need + ".xml").status()).isEqualTo(429);
    assertThat(door.intake.get(null, "/api/v1/follow/" + need).status()).isEqualTo(429);
    assertThat(door.get("requests/" + need + ".xml?api_key=" + SILENT).status()).isEqualTo(429);
    assertThat(door.get("requests/" + need + ".xml?api_key=" + HOTLINE).status()).isEqualTo(200);
    assertThat(door.get("services.xml").status()).isEqualTo(200);
    door.nextWindow();
    assertThat(door.get("requests/" + need + ".xml").status()).isEqualTo(200);
  }

  // --- what is refused

  private static Arguments bad(int status, String description, Door.Filled form) {
    return Arguments.of(status, description, form);
  }

  static Stream<Arguments> badForms() {
    Door.Filled good = door.need(APP);
    return Stream.of(
        bad(403, "NEED-070", good.without("api_key")),
        bad(403, "NEED-070", good.but("api_key", "key-of-nobody")),
        bad(400, "API-013 api_key: ", good.with("api_key", APP)),
        bad(400, "API-013 service_code: ", good.without("service_code")),
        bad(404, "NEED-073", good.but("service_code", "POTHOLES")),
        bad(400, "API-013 service_code: ", good.with("service_code", "OTHER")),
        bad(400, "NEED-072", good.without("address_id")),
        bad(400, "NEED-072", good.without("address_id").with("lat", "28.7").with("long", "105.1")),
        bad(400, "NEED-072", good.without("address_id").with("address_string", "东大街7号")),
        bad(400, "NEED-072", good.but("address_id", "东大街7号")),
        bad(403, "NEED-071", good.but("address_id", FOREIGN_TOWN)),
        bad(400, "NEED-002", door.need(HOTLINE).but("address_id", "ST-511523104")),
        bad(400, "NEED-002", door.need(HOTLINE).but("address_id", "ST-511523")),
        bad(400, "API-013 description: ", good.without("description")),
        bad(400, "API-013 description: ", good.but("description", "长".repeat(4001))),
        bad(400, "API-013 description: ", good.but("description", "\u0000" + WORDS)),
        bad(400, "NEED-003", good.but("description", "要吃饭")),
        bad(400, "NEED-009", good.but("description", WORDS + "电话13812345678")),
        bad(400, "API-013 attribute[AGE_BAND]: ", good.without("attribute[AGE_BAND]")),
        bad(400, "API-013 attribute[AGE_BAND]: ", good.but("attribute[AGE_BAND]", "OLD")),
        bad(400, "API-013 attribute[GROUPS]: ", good.without("attribute[GROUPS][]")),
        bad(400, "API-013 attribute[GROUPS]: ", good.with("attribute[GROUPS][]", "COLOUR")),
        bad(400, "API-013 attribute: ", good.with("attribute[COLOUR]", "red")),
        bad(400, "NEED-005", good.but("attribute[AGE_BAND]", "FROM_18")),
        bad(400, "NEED-040", good.with("last_name", "张").with("phone", "1234")));
  }

  @ParameterizedTest
  @MethodSource("badForms")
  void a_form_that_cannot_be_is_refused_with_our_code(
      int status, String description, Door.Filled form) {
    Answer json = door.post("json", form);
    assertThat(json.status()).as(json.body()).isEqualTo(status);
    assertThat(json.json().at("/0/code").asInt()).isEqualTo(status);
    assertThat(json.text("/0/description")).startsWith(description).contains(" ");
    assertThat(json.body()).doesNotContain("13812345678").doesNotContain("张");
    Answer xml = door.intake.send(door.posting("xml", form).setHeader("Accept-Language", "zh"));
    assertThat(xml.status()).isEqualTo(status);
    assertThat(Xml.text(Door.xml(xml), "/errors/error[1]/description"))
        .startsWith(description)
        .containsPattern("[\\x{4e00}-\\x{9fff}]");
  }

  @Test
  void everything_that_is_missing_is_told_at_once() {
    Answer answer = door.post("json", new Door.Filled(List.of()).with("api_key", APP));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().size()).isEqualTo(4);
  }

  @Test
  void only_a_form_of_a_sane_size_is_read() {
    Answer json =
        door.intake.send(
            door.intake
                .request(null, PATH + "requests.json?api_key=" + APP)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"service_code\":\"OTHER\"}")));
    assertThat(json.status()).isEqualTo(400);
    assertThat(json.text("/0/description")).startsWith("NEED-075");
    Door.Filled large = door.need(APP).with("media_url", "x".repeat(70_000));
    assertThat(door.post("json", large).text("/0/description")).startsWith("NEED-075");
    Door.Filled huge = door.need(APP).with("media_url", "x".repeat(300_000));
    Answer refused = door.post("xml", huge);
    assertThat(refused.status()).isEqualTo(413);
    assertThat(Xml.text(Door.xml(refused), "/errors/error/description")).startsWith("API-004");
    Door.Filled many = door.need(APP);
    for (int i = 0; i < 100; i++) {
      many = many.with("extra", "1");
    }
    assertThat(door.post("json", many).text("/0/description")).startsWith("NEED-075");
  }

  @Test
  void a_token_of_the_county_opens_neither_this_door_nor_a_key_another() {
    Answer signedIn =
        door.intake.send(
            door.posting("json", door.need(APP).without("api_key"))
                .header("Authorization", "Bearer " + room));
    assertThat(signedIn.status()).isEqualTo(403);
    assertThat(door.intake.get(null, "/api/v1/needs?api_key=" + HOTLINE).status()).isEqualTo(401);
    assertThat(door.intake.get(null, "/open311/v1/requests.json").status()).isEqualTo(401);
  }

  // --- the same again

  @Test
  void the_very_same_form_on_the_same_day_is_the_same_need() {
    Door.Filled form = door.need(HOTLINE).but("description", WORDS + ",重复");
    String first = door.filed(form);
    door.nextWindow(); // A program tries again a moment later.
    assertThat(door.filed(form)).isEqualTo(first);
    assertThat(door.filed(form.but("description", WORDS + ",不同"))).isNotEqualTo(first);
    assertThat(door.filed(form.but("api_key", APP))).isNotEqualTo(first);
  }

  @Test
  void a_request_key_is_honoured_as_everywhere() {
    Door.Filled form = door.need(HOTLINE).but("description", WORDS + ",请求键");
    List<String> made =
        Stream.of("one", "one", "other")
            .map(key ->
                door.intake
                    .send(door.posting("json", form).header("Idempotency-Key", key))
                    .text("/0/service_request_id"))
            .toList();
    assertThat(made.get(1)).isEqualTo(made.get(0)).startsWith("N-");
    assertThat(made.get(2)).isNotEqualTo(made.get(0));
    Answer reused =
        door.intake.send(
            door.posting("json", form.but("service_code", "OTHER"))
                .header("Idempotency-Key", "one"));
    assertThat(reused.status()).isEqualTo(400);
    assertThat(reused.text("/0/description")).startsWith("API-007");
  }

  // --- the list

  private static List<String> listed(String query) {
    Answer answer = door.get("requests.json?" + query);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().valueStream().map(it -> it.path("service_request_id").asString()).toList();
  }

  @Test
  void each_key_lists_what_was_filed_with_it() {
    String ofHotline =
        door.filed(door.need(HOTLINE).but("service_code", "CULTURE").but("description", WORDS + 1));
    String sortedAway =
        door.filed(door.need(HOTLINE).but("service_code", "CULTURE").but("description", WORDS + 2));
    door.intake.post(room, NEEDS + sortedAway + "/sort", "{\"category\":\"OTHER\"}");
    String ofApp = door.filed(door.need(APP).but("description", WORDS + 3));

    assertThat(listed("api_key=" + HOTLINE)).contains(ofHotline, sortedAway).doesNotContain(ofApp);
    assertThat(listed("api_key=" + SILENT)).isEmpty();
    assertThat(listed("api_key=" + HOTLINE + "&service_code=CULTURE"))
        .contains(ofHotline)
        .doesNotContain(sortedAway);
    assertThat(listed("api_key=" + HOTLINE + "&service_code=OTHER,CULTURE&status=open"))
        .contains(ofHotline, sortedAway);
    assertThat(listed("api_key=" + HOTLINE + "&service_request_id=" + ofApp + "," + ofHotline))
        .containsExactly(ofHotline);
    assertThat(listed("api_key=" + HOTLINE + "&status=closed"))
        .doesNotContain(ofHotline, sortedAway);
    assertThat(listed("api_key=" + HOTLINE + "&end_date=2026-11-22T00:00:00Z")).isEmpty();
    assertThat(listed("api_key=" + HOTLINE + "&start_date=2026-11-23T00:00:00+08:00"))
        .contains(ofHotline);
    List<String> first = listed("api_key=" + HOTLINE + "&page_size=1");
    assertThat(first).hasSize(1);
    assertThat(listed("api_key=" + HOTLINE + "&page_size=1&after=" + first.getFirst()))
        .hasSize(1)
        .isNotEqualTo(first);

    Answer xml = door.get("requests.xml?api_key=" + HOTLINE + "&service_request_id=" + ofHotline);
    assertThat(Xml.text(Door.xml(xml), "/service_requests/request/service_code"))
        .isEqualTo("CULTURE");
    assertThat(xml.body()).doesNotContain(WORDS).doesNotContain("ELDER");
  }

  @Test
  void a_list_needs_a_key_and_a_sane_question() {
    Map<String, String> refused =
        Map.of(
            "",
            "NEED-070",
            "api_key=key-of-nobody",
            "NEED-070",
            "api_key=" + HOTLINE + "&status=odd",
            "API-013",
            "api_key=" + HOTLINE + "&page_size=1000",
            "API-013",
            "api_key=" + HOTLINE + "&start_date=today",
            "API-013",
            "api_key=" + HOTLINE + "&service_code=POTHOLES",
            "NEED-073",
            "api_key=" + HOTLINE + "&start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z",
            "NEED-074");
    refused.forEach((query, code) -> {
      Answer answer = door.get("requests.json?" + query);
      assertThat(answer.status()).as(query).isIn(400, 403, 404);
      assertThat(answer.text("/0/description")).as(query).startsWith(code);
    });
    assertThat(Xml.text(Door.xml(door.get("requests.xml")), "/errors/error/code")).isEqualTo("403");
  }
}

package org.threefold.stations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.testkit.Eventually.eventually;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.threefold.access.Role;
import org.threefold.events.ClientGroup;
import org.threefold.events.DivisionCode;
import org.threefold.events.ItemCode;
import org.threefold.events.ItemMethod;
import org.threefold.events.NeedCategory;
import org.threefold.events.StationEvent.ServiceItem;
import org.threefold.events.StationEvent.ServiceItemListPublished;
import org.threefold.events.StationId;
import org.threefold.events.Topic;
import org.threefold.teststand.Answer;
import org.threefold.teststand.Said;
import org.threefold.teststand.Stand;

/** The bureau publishes what stations offer, and everybody reads what is in force. */
class ServiceItemIT {

  private static final String LISTS = "/api/v1/service-item-lists";
  private static final String ADVICE =
      """
      {"item":"SI-01","name":"政策咨询与求助","methods":["DIRECT"],"groups":["RESIDENT_GENERAL"],
       "unit":"人次","answers":["POLICY_ADVICE"]}\
      """;
  private static final String VISIT =
      """
      {"item":"SI-03","name":"老年人探访与陪伴","englishName":"elder home visit",
       "methods":["DIRECT","CASE","DIRECT"],"groups":["ELDER"],"unit":"次",
       "answers":["COMPANIONSHIP"],"helps":["MEAL_CARE","COMPANIONSHIP"]}\
      """;

  private static Stand registry;
  private static String bureau;
  private static String room;

  @BeforeAll
  static void start() {
    registry = Stand.start(StationRegistryApplication.class, "station-registry");
    bureau = registry.token(Role.CAB, "511523");
    room = registry.token(Role.RM_WORKER, new StationId("RM-511523100001"));
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @Test
  void lists_follow_each_other_and_each_is_said_and_read() {
    assertThat(registry.get(room, LISTS + "/current").status()).isEqualTo(404);
    Answer first = registry.post(bureau, LISTS, list("2026-01-01", ADVICE, VISIT), "first");
    assertThat(first.status()).as(first.body()).isEqualTo(201);
    assertThat(first.header("Location")).isEqualTo(LISTS + "/1");
    Answer second = registry.post(bureau, LISTS, list("2027-01-01", ADVICE));
    assertThat(second.text("/version")).as(second.body()).isEqualTo("2");
    Answer again = registry.post(bureau, LISTS, list("2026-01-01", ADVICE, VISIT), "first");
    assertThat(again.text("/version")).isEqualTo("1");
    refused(list("2027-01-01", VISIT), "REG-031", 409);
    assertThat(registry.get(room, LISTS).json().toString())
        .isEqualTo(
            """
            [{"version":1,"effectiveFrom":"2026-01-01","until":"2026-12-31","items":2},\
            {"version":2,"effectiveFrom":"2027-01-01","items":1}]\
            """);
    Answer current = registry.get(room, LISTS + "/current");
    assertThat(current.text("/version")).isEqualTo("1");
    assertThat(current.text("/items/1/item")).isEqualTo("SI-03");
    assertThat(registry.get(room, LISTS + "/current?on=2027-01-01").text("/version"))
        .isEqualTo("2");
    assertThat(registry.get(room, LISTS + "/current?on=2025-12-31").status()).isEqualTo(404);
    assertThat(registry.get(room, LISTS + "/2").text("/items/0/name")).isEqualTo("政策咨询与求助");
    assertThat(registry.get(room, LISTS + "/3").status()).isEqualTo(404);
    eventually(() ->
        assertThat(registry.said(Topic.STATIONS))
            .extracting(Said::event)
            .containsExactly(
                published(1, "2026-01-01", advice(), visit()),
                published(2, "2027-01-01", advice())));
  }

  private static ServiceItemListPublished published(
      int version, String from, ServiceItem... items) {
    return new ServiceItemListPublished(
        new DivisionCode("511523"), version, LocalDate.parse(from), List.of(items));
  }

  private static ServiceItem advice() {
    return new ServiceItem(
        new ItemCode("SI-01"),
        "政策咨询与求助",
        null,
        List.of(ItemMethod.DIRECT),
        List.of(ClientGroup.RESIDENT_GENERAL),
        "人次",
        List.of(NeedCategory.POLICY_ADVICE),
        List.of());
  }

  /** What was said twice is said once, and what is an answer is more than a help. */
  private static ServiceItem visit() {
    return new ServiceItem(
        new ItemCode("SI-03"),
        "老年人探访与陪伴",
        "elder home visit",
        List.of(ItemMethod.DIRECT, ItemMethod.CASE),
        List.of(ClientGroup.ELDER),
        "次",
        List.of(NeedCategory.COMPANIONSHIP),
        List.of(NeedCategory.MEAL_CARE));
  }

  @Test
  void what_is_no_list_is_refused() {
    refused(list("2030-01-01", ADVICE, VISIT, ADVICE), "REG-032", 422);
    refused(list("2030-01-01", ADVICE.replace("人次", "13800138000")), "API-003", 400);
    refused(list("2030-01-01", ADVICE.replace("政策咨询", "13800138000")), "REG-092", 422);
    refused(list("2030-01-01"), "API-003", 400);
    refused(list("2030-01-01", ADVICE.replace("[\"DIRECT\"]", "[]")), "API-003", 400);
    refused(list("2030-01-01", ADVICE.replace("DIRECT", "TELEPATHY")), "API-003", 400);
  }

  @Test
  void only_the_bureau_publishes() {
    String hub = registry.token(Role.HUB_MANAGER, "511523");
    assertThat(registry.post(hub, LISTS, list("2030-01-01", ADVICE)).status()).isEqualTo(403);
    assertThat(registry.post(room, LISTS, list("2030-01-01", ADVICE)).status()).isEqualTo(403);
  }

  private static void refused(String body, String code, int status) {
    Answer answer = registry.post(bureau, LISTS, body);
    assertThat(answer.text("/code")).as(answer.body()).isEqualTo(code);
    assertThat(answer.status()).isEqualTo(status);
  }

  private static String list(String from, String... items) {
    return "{\"effectiveFrom\":\"%s\",\"items\":[%s]}".formatted(from, String.join(",", items));
  }
}

package org.threefold.needs.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threefold.needs.open311.Door.APP;
import static org.threefold.needs.open311.Door.HOTLINE;
import static org.threefold.needs.open311.Door.ROOM;
import static org.threefold.needs.open311.Door.TOWN;
import static org.threefold.needs.open311.Door.WORDS;
import static org.threefold.testkit.Eventually.eventually;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.threefold.access.Role;
import org.threefold.events.StationId;
import org.threefold.events.Topic;
import org.threefold.needs.Logs;
import org.threefold.teststand.Answer;

/** Who calls or writes at the door, and what is kept of it. All names and numbers are made up. */
class CallersIT {

  private static final String NEEDS = "/api/v1/needs/";
  private static final String RESIDENTS = "/api/v1/residents";
  private static final String KEPT_WITHOUT = "could not be kept";

  @TempDir static Path folder;

  private static Door door;
  private static String town;
  private static int numbers;

  @BeforeAll
  static void start() {
    door = Door.open(folder);
    town = door.intake.token(Role.TST_WORKER, new StationId(TOWN));
  }

  @AfterAll
  static void stop() {
    door.close();
  }

  private static String nextPhone() {
    return "1391111%04d".formatted(++numbers);
  }

  private static Door.Filled from(String family, String given, String phone) {
    return door.need(HOTLINE)
        .with("last_name", family)
        .with("first_name", given)
        .with("phone", phone);
  }

  private static Door.Filled saying(Door.Filled form, String words) {
    return form.but("description", words);
  }

  private static String residentOf(String need) {
    return door.intake.get(town, NEEDS + need).text("/resident");
  }

  private static Answer look(String resident) {
    return door.intake.post(town, RESIDENTS + "/" + resident + "/look", "{\"why\":\"CONTACT\"}");
  }

  private static boolean isRegistered(String resident) {
    return look(resident).status() == 200;
  }

  private static String stored() {
    var all = new StringBuilder();
    MongoDatabase database = door.intake.bean(MongoDatabase.class);
    for (String collection : database.listCollectionNames()) {
      database.getCollection(collection).find().forEach(it -> all.append(it.toJson()));
    }
    return all.toString();
  }

  @Test
  void whoever_gives_name_and_number_is_registered_and_can_be_called_back() {
    String phone = nextPhone();
    Answer made = door.post("json", saying(from("赵", "标记", phone), "赵标记想有人中午送饭上门"));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.body()).doesNotContain(KEPT_WITHOUT).doesNotContain("R-");
    String need = made.text("/0/service_request_id");
    String resident = residentOf(need);
    Answer clear = look(resident);
    assertThat(clear.text("/name")).isEqualTo("赵标记");
    assertThat(clear.text("/phone")).isEqualTo(phone);
    assertThat(door.intake.get(town, RESIDENTS + "/" + resident).text("/unit")).isEqualTo(ROOM);
    assertThat(door.intake.get(town, NEEDS + need).text("/text")).isEqualTo("赵标记想有人中午送饭上门");
    assertThat(stored()).contains(need, resident).doesNotContain("标记", phone, "送饭上门");
    String auditor = door.intake.token(Role.AUDITOR, "511523");
    Answer looks = door.intake.get(auditor, RESIDENTS + "/" + resident + "/looks");
    assertThat(looks.text("/1/act")).isEqualTo("REGISTER");
    assertThat(looks.text("/1/actor")).isEqualTo("HOTLINE@511523");
  }

  @Test
  void the_same_name_and_number_are_the_same_resident_and_nothing_is_told_of_that() {
    String phone = nextPhone();
    Answer first = door.post("json", saying(from("钱", "一", phone), WORDS + ",一"));
    Answer again = door.post("json", saying(from("钱", " 一 ", "+86 " + phone), WORDS + ",二"));
    Answer spouse = door.post("json", saying(from("孙", "二", phone), WORDS + ",三"));
    List<String> residents =
        List.of(first, again, spouse).stream()
            .map(it -> residentOf(it.text("/0/service_request_id")))
            .toList();
    assertThat(residents.get(1)).isEqualTo(residents.get(0));
    assertThat(residents.get(2)).isNotEqualTo(residents.get(0));
    assertThat(List.of(first, again, spouse))
        .extracting(it -> it.text("/0/service_notice"))
        .containsOnly(first.text("/0/service_notice"));
  }

  @Test
  void somebody_the_room_knows_is_known_at_the_door() {
    String phone = nextPhone();
    Answer registered =
        door.intake.post(
            town,
            RESIDENTS,
            """
            {"unit":"%s","name":"李 三","phone":"%s","ageBand":"FROM_60","address":"某巷1号"}\
            """
                .formatted(TOWN, phone));
    assertThat(registered.status()).as(registered.body()).isEqualTo(201);
    String need = door.filed(saying(from("李", "三", phone), WORDS + ",李"));
    assertThat(residentOf(need)).isEqualTo(registered.text("/resident"));
  }

  @Test
  void somebody_who_is_known_outside_of_the_keys_division_is_not() {
    String phone = nextPhone();
    Door.Filled elsewhere =
        saying(from("周", "四", phone), WORDS + ",周").but("address_id", Door.FOREIGN_TOWN);
    String county = door.filed(elsewhere);
    String app = door.filed(saying(from("周", "四", phone), WORDS + ",周").but("api_key", APP));
    String auditor = door.intake.token(Role.AUDITOR, "511523");
    assertThat(residentOf(app)).isNotEmpty();
    assertThat(door.intake.get(auditor, NEEDS + county).text("/resident"))
        .isNotEqualTo(residentOf(app));
  }

  @Test
  void a_need_of_a_child_or_of_several_is_taken_without_the_caller() {
    for (String age : List.of("UNDER_14", "FROM_14", "MIXED")) {
      String phone = nextPhone();
      Door.Filled form =
          saying(from("吴", "五", phone), WORDS + ",吴" + age)
              .but("attribute[AGE_BAND]", age)
              .but("attribute[GROUPS][]", "GIRL");
      Answer made = door.post("json", form);
      assertThat(made.status()).as(made.body()).isEqualTo(201);
      assertThat(made.text("/0/service_notice")).contains(KEPT_WITHOUT);
      assertThat(isRegistered(residentOf(made.text("/0/service_request_id")))).isFalse();
      assertThat(stored()).doesNotContain("吴五", phone);
    }
  }

  @Test
  void a_number_that_too_many_have_is_nobodys() {
    String phone = nextPhone();
    for (int i = 1; i <= 50; i++) {
      door.filed(saying(from("郑", "第" + i, phone), WORDS + ",郑" + i));
    }
    Answer made = door.post("json", saying(from("郑", "多余", phone), WORDS + ",郑多余"));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.text("/0/service_notice")).contains(KEPT_WITHOUT);
    assertThat(isRegistered(residentOf(made.text("/0/service_request_id")))).isFalse();
  }

  @Test
  void without_a_name_or_a_number_the_need_is_nobodys() {
    for (Door.Filled form :
        List.of(
            door.need(HOTLINE).with("phone", "13911119999"),
            door.need(HOTLINE).with("last_name", "冯").with("email", "feng@example.org"))) {
      Answer made = door.post("json", form);
      assertThat(made.body()).doesNotContain(KEPT_WITHOUT);
      assertThat(isRegistered(residentOf(made.text("/0/service_request_id")))).isFalse();
    }
    assertThat(stored()).doesNotContain("13911119999", "冯", "feng");
  }

  @Test
  void nobody_is_registered_for_a_need_that_is_refused() {
    String phone = nextPhone();
    assertThat(door.post("json", saying(from("陈", "六", phone), "要吃饭")).status()).isEqualTo(400);
    Answer found = door.intake.post(town, RESIDENTS + "/search", "{\"phone\":\"" + phone + "\"}");
    assertThat(found.json().size()).isZero();
  }

  @Test
  void the_same_call_twice_is_one_resident_with_one_need() {
    String phone = nextPhone();
    Door.Filled form = saying(from("褚", "七", phone), WORDS + ",褚");
    String first = door.filed(form);
    assertThat(door.filed(form)).isEqualTo(first);
    Answer found = door.intake.post(town, RESIDENTS + "/search", "{\"phone\":\"" + phone + "\"}");
    assertThat(found.json().size()).isEqualTo(1);
    door.intake.clock().advance(Duration.ofDays(1));
    assertThat(door.filed(form)).as("another day, another call").isNotEqualTo(first);
  }

  @Test
  void a_call_that_comes_again_after_its_resident_was_erased_is_still_the_same() {
    Door.Filled form = saying(from("卫", "八", nextPhone()), WORDS + ",卫");
    String need = door.filed(form);
    String head = door.intake.token(Role.TST_HEAD, new StationId(TOWN));
    Answer erased =
        door.intake.post(
            head, RESIDENTS + "/" + residentOf(need) + "/erase", "{\"reason\":\"RESIDENT_ASKED\"}");
    assertThat(erased.status()).as(erased.body()).isEqualTo(200);
    assertThat(door.filed(form)).isEqualTo(need);
    assertThat(door.intake.get(town, NEEDS + need).text("/text")).isEmpty();
  }

  @Test
  void no_hash_is_kept_by_which_a_guess_could_be_seen_to_be_right() throws Exception {
    Door.Filled form = saying(from("沈", "九", nextPhone()), WORDS + ",沈");
    String need = door.filed(form);
    String asked = "POST\n" + Door.PATH + "requests.json\n" + form.encoded();
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(asked.getBytes(StandardCharsets.UTF_8));
    String plain = HexFormat.of().formatHex(hash);
    assertThat(stored()).contains(need).doesNotContain(plain);
    eventually(() -> assertThat(door.intake.said(Topic.NEEDS).toString()).contains(need));
    assertThat(door.intake.said(Topic.NEEDS).toString()).doesNotContain(plain);
  }

  @Test
  void neither_answers_nor_logs_nor_facts_say_who_it_was() {
    String phone = nextPhone();
    Door.Filled good = saying(from("蒋", "标记", phone), "蒋标记想有人陪着去医院复查");
    try (Logs logs = Logs.open()) {
      for (Door.Filled bad :
          List.of(
              good.but("phone", "X" + phone),
              good.but("last_name", "标记".repeat(30)),
              good.with("last_name", "标记"),
              good.but("address_id", "标记巷" + phone),
              good.but("service_code", "标记"),
              good.but("attribute[AGE_BAND]", "标记"),
              good.but("description", "标记"),
              good.but("api_key", "标记" + phone))) {
        for (String format : List.of("json", "xml")) {
          Answer refused = door.post(format, bad);
          assertThat(refused.status()).as(refused.body()).isBetween(400, 499);
          assertThat(refused.body()).doesNotContain(phone);
        }
      }
      door.filed(good);
      assertThat(logs.lines()).as("the web layer was heard").anyMatch(it -> it.contains("open311"));
      assertThat(logs.lines())
          .allSatisfy(line -> assertThat(line).doesNotContain("标记", phone, "医院复查"));
    }
    assertThat(door.intake.said(Topic.NEEDS).toString()).doesNotContain("标记", phone, "医院复查");
  }
}

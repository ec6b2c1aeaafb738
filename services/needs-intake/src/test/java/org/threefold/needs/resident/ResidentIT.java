package org.threefold.needs.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.threefold.access.Actor;
import org.threefold.access.Request;
import org.threefold.access.Role;
import org.threefold.events.DivisionCode;
import org.threefold.events.DivisionLevel;
import org.threefold.events.ResidentRef;
import org.threefold.events.StationId;
import org.threefold.events.StationType;
import org.threefold.events.Topic;
import org.threefold.messaging.Cause;
import org.threefold.messaging.StoreUnavailable;
import org.threefold.needs.Logs;
import org.threefold.needs.NeedsIntakeApplication;
import org.threefold.needs.OpenUnits;
import org.threefold.needs.look.LooksElsewhere;
import org.threefold.needs.vault.Vault;
import org.threefold.testkit.mongo.LocalMongo;
import org.threefold.teststand.Answer;
import org.threefold.teststand.Stand;

/** Who residents are, from the registration to the erasure. All names and numbers are made up. */
class ResidentIT {

  private static final String RESIDENTS = "/api/v1/residents";
  private static final String NEEDS = "/api/v1/needs";
  private static final String ROOM = "RM-511523100001";
  private static final String NAME = "张标记";
  private static final String ADDRESS = "淯江路标记巷7号";

  private static Stand intake;
  private static String room;
  private static String town;
  private static String head;
  private static String foreign;
  private static String auditor;

  private static int numbers;

  @BeforeAll
  static void start() {
    intake = Stand.start(NeedsIntakeApplication.class, "needs-intake");
    room = intake.token(Role.RM_WORKER, new StationId(ROOM));
    town = intake.token(Role.TST_WORKER, new StationId("ST-511523100"));
    head = intake.token(Role.TST_HEAD, new StationId("ST-511523100"));
    foreign = intake.token(Role.TST_WORKER, new StationId("ST-511523101"));
    auditor = intake.token(Role.AUDITOR, "511523");
    OpenUnits.open(
        intake, "ST-511523100", StationType.TOWN_STATION, DivisionLevel.TOWN, "ST-511523");
    OpenUnits.open(
        intake, ROOM, StationType.COMMUNITY_ROOM, DivisionLevel.COMMUNITY, "ST-511523100");
    OpenUnits.open(
        intake, "ST-511523101", StationType.TOWN_STATION, DivisionLevel.TOWN, "ST-511523");
  }

  @AfterAll
  static void stop() {
    intake.close();
  }

  /** Somebody nobody has been before. */
  private record Somebody(String idNumber, String phone) {

    static Somebody next() {
      int number = ++numbers;
      String body = "51152319520314%03d".formatted(number);
      String check = "0123456789X";
      for (int i = 0; i < check.length(); i++) {
        String id = body + check.charAt(i);
        if (IdNumber.of(id).isPresent()) {
          return new Somebody(id, "1380000%04d".formatted(number));
        }
      }
      throw new IllegalStateException("Every seventeen digits have a check character");
    }

    String body() {
      return body(ROOM);
    }

    String body(String unit) {
      return """
      {"unit":"%s","name":"%s","phone":"%s","idNumber":"%s","address":"%s",\
      "contactBy":"PHONE"}\
      """
          .formatted(unit, NAME, phone, idNumber, ADDRESS);
    }
  }

  private static Answer post(String token, String path, String body) {
    return intake.post(token, RESIDENTS + path, body);
  }

  private static String registered(Somebody who) {
    Answer made = post(room, "", who.body());
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made.text("/resident");
  }

  private static Answer look(String token, String ref) {
    return post(token, "/" + ref + "/look", "{\"why\":\"CONTACT\"}");
  }

  private static Answer search(String token, String field, String value) {
    return post(token, "/search", "{\"%s\":\"%s\"}".formatted(field, value));
  }

  private static List<String> found(String token, String field, String value) {
    Answer found = search(token, field, value);
    assertThat(found.status()).as(found.body()).isEqualTo(200);
    return found.json().valueStream().map(it -> it.path("resident").asString()).toList();
  }

  private static Answer erase(String ref) {
    return post(head, "/" + ref + "/erase", "{\"reason\":\"RESIDENT_ASKED\"}");
  }

  private static String collect(String ref, String text) {
    return """
    {"unit":"RM-511523100001","channel":"WALK_IN","ageBand":"FROM_60","groups":["ELDER"],\
    "text":"%s","collectedOn":"2026-11-23"%s}\
    """
        .formatted(text, ref.isEmpty() ? "" : ",\"residentRef\":\"" + ref + "\"");
  }

  private static String needOf(String ref, String text) {
    Answer made = intake.post(room, NEEDS, collect(ref, text));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made.text("/need");
  }

  private static MongoDatabase database() {
    return intake.bean(MongoDatabase.class);
  }

  /** Everything in the service's database, as it is stored. */
  private static String stored() {
    var all = new StringBuilder();
    for (String collection : database().listCollectionNames()) {
      database().getCollection(collection).find().forEach(it -> all.append(it.toJson()));
    }
    return all.toString();
  }

  @Test
  void a_resident_is_registered_under_a_reference_that_says_nothing() {
    var who = Somebody.next();
    Answer made = post(room, "", who.body());
    String ref = made.text("/resident");
    assertThat(made.status()).isEqualTo(201);
    assertThat(ref).matches("R-[0-9a-f-]{36}");
    assertThat(made.text("/ageBand")).isEqualTo("FROM_60");
    assertThat(made.json().propertyNames()).containsExactlyInAnyOrder("resident", "ageBand");
    assertThat(made.header("Location")).isEqualTo(RESIDENTS + "/" + ref);

    Answer masked = intake.get(room, RESIDENTS + "/" + ref);
    assertThat(masked.text("/name")).isEqualTo("张**");
    assertThat(masked.text("/phone")).isEqualTo("138****" + who.phone().substring(7));
    assertThat(masked.text("/idNumber")).matches("51\\*{14}..");
    assertThat(masked.body()).doesNotContain(NAME, who.phone(), who.idNumber(), ADDRESS);

    Answer clear = look(room, ref);
    assertThat(clear.status()).as(clear.body()).isEqualTo(200);
    assertThat(clear.text("/name")).isEqualTo(NAME);
    assertThat(clear.text("/phone")).isEqualTo(who.phone());
    assertThat(clear.text("/idNumber")).isEqualTo(who.idNumber());
    assertThat(clear.text("/address")).isEqualTo(ADDRESS);
    assertThat(stored()).contains(ref).doesNotContain(NAME, who.phone(), who.idNumber(), ADDRESS);
    assertThat(intake.said(Topic.NEEDS).toString()).doesNotContain(ref);
  }

  @Test
  void only_an_open_unit_of_the_area_registers() {
    assertThat(post(room, "", Somebody.next().body("ST-511523101")).status()).isEqualTo(404);
    Answer closed = post(town, "", Somebody.next().body("RM-511523100009"));
    assertThat(closed.text("/code")).isEqualTo("NEED-002");
  }

  @Test
  void what_cannot_be_is_refused_and_nothing_is_kept_of_it() {
    String body = Somebody.next().body();
    long before = database().getCollection("residents").countDocuments();
    for (String wrong :
        List.of(
            body.replace("\"idNumber\":\"51", "\"idNumber\":\"52"),
            body.replace("\"phone\":\"138", "\"phone\":\"128"))) {
      Answer refused = post(room, "", wrong);
      assertThat(refused.text("/code")).isEqualTo("NEED-040");
      assertThat(refused.status()).isEqualTo(422);
    }
    Answer minor =
        post(room, "", "{\"unit\":\"RM-511523100001\",\"name\":\"小某\",\"ageBand\":\"UNDER_14\"}");
    assertThat(minor.text("/code")).isEqualTo("NEED-041");
    Answer ageless = post(room, "", "{\"unit\":\"RM-511523100001\",\"name\":\"某某\"}");
    assertThat(ageless.text("/code")).isEqualTo("NEED-042");
    assertThat(database().getCollection("residents").countDocuments()).isEqualTo(before);
  }

  @Test
  void the_same_person_is_not_registered_twice() {
    var who = Somebody.next();
    String ref = registered(who);
    Answer again = post(town, "", who.body());
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text("/code")).isEqualTo("NEED-026");
    assertThat(again.text("/detail")).contains(ref);
    Answer elsewhere = post(foreign, "", who.body("ST-511523101"));
    assertThat(elsewhere.text("/code")).isEqualTo("NEED-027");
    assertThat(elsewhere.body()).doesNotContain(ref, ROOM);
  }

  @Test
  void of_registrations_at_once_one_is_made() {
    var who = Somebody.next();
    List<Answer> answers =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> post(room, "", who.body())))
            .limit(6)
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(answers).filteredOn(it -> it.status() == 201).hasSize(1);
    assertThat(answers)
        .filteredOn(it -> it.status() != 201)
        .allMatch(it -> it.text("/code").equals("NEED-026"));
    assertThat(found(room, "phone", who.phone())).hasSize(1);
  }

  @Test
  void a_repeated_registration_is_the_same_resident() {
    var who = Somebody.next();
    String key = UUID.randomUUID().toString();
    List<Answer> answers =
        Stream.generate(() ->
                CompletableFuture.supplyAsync(() -> intake.post(room, RESIDENTS, who.body(), key)))
            .limit(4)
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(answers).allMatch(it -> it.status() == 201);
    assertThat(answers)
        .extracting(it -> it.text("/resident"))
        .containsOnly(found(room, "idNumber", who.idNumber()).getFirst());
    Answer other = intake.post(room, RESIDENTS, Somebody.next().body(), key);
    assertThat(other.text("/code")).isEqualTo("API-007");
  }

  @Test
  void residents_are_found_by_a_whole_number_however_it_is_written() {
    var who = Somebody.next();
    String ref = registered(who);
    String phone = who.phone();
    assertThat(found(room, "phone", phone)).containsExactly(ref);
    assertThat(found(town, "phone", "+86 " + phone.substring(0, 3) + "-" + phone.substring(3)))
        .containsExactly(ref);
    assertThat(found(room, "idNumber", who.idNumber().toLowerCase(java.util.Locale.ROOT)))
        .containsExactly(ref);
    assertThat(search(room, "phone", phone).body()).contains("张**").doesNotContain(NAME, phone);
    assertThat(found(foreign, "phone", phone)).isEmpty();
    assertThat(found(foreign, "idNumber", who.idNumber())).isEmpty();
    assertThat(found(room, "phone", "13899999999")).isEmpty();
    assertThat(search(room, "phone", phone.substring(0, 8)).text("/code")).isEqualTo("NEED-040");
    assertThat(post(room, "/search", "{}").text("/code")).isEqualTo("NEED-044");
    Answer both =
        post(
            room,
            "/search",
            "{\"phone\":\"%s\",\"idNumber\":\"%s\"}".formatted(phone, who.idNumber()));
    assertThat(both.text("/code")).isEqualTo("NEED-044");
  }

  @Test
  void several_residents_may_have_one_phone() {
    var one = Somebody.next();
    var other = new Somebody(Somebody.next().idNumber(), one.phone());
    List<String> refs = List.of(registered(one), registered(other));
    assertThat(found(room, "phone", one.phone())).containsExactlyInAnyOrderElementsOf(refs);
    erase(refs.getFirst());
    assertThat(found(room, "phone", one.phone())).containsExactly(refs.getLast());
  }

  @Test
  void fifty_residents_may_have_one_phone_and_no_more() {
    String shared = Somebody.next().phone();
    String last = "";
    for (int i = 0; i < 50; i++) {
      last = registered(new Somebody(Somebody.next().idNumber(), shared));
    }
    var oneMore = new Somebody(Somebody.next().idNumber(), shared);
    assertThat(post(room, "", oneMore.body()).text("/code")).isEqualTo("NEED-043");
    erase(last);
    registered(oneMore);
  }

  @Test
  void outside_the_area_there_is_nobody() {
    String ref = registered(Somebody.next());
    String foreignHead = intake.token(Role.TST_HEAD, new StationId("ST-511523101"));
    assertThat(intake.get(foreign, RESIDENTS + "/" + ref).status()).isEqualTo(404);
    assertThat(look(foreign, ref).status()).isEqualTo(404);
    assertThat(intake.get(foreign, RESIDENTS + "/" + ref + "/looks").status()).isEqualTo(404);
    assertThat(post(foreign, "/" + ref + "/correct", "{}").status()).isEqualTo(404);
    assertThat(post(foreignHead, "/" + ref + "/erase", "{\"reason\":\"RESIDENT_ASKED\"}").status())
        .isEqualTo(404);
    String unknown = "R-" + UUID.randomUUID();
    assertThat(intake.get(room, RESIDENTS + "/" + unknown).status()).isEqualTo(404);
    assertThat(look(room, unknown).text("/code")).isEqualTo("API-005");
  }

  @Test
  void only_some_roles_look_and_only_heads_and_the_bureau_erase() {
    String ref = registered(Somebody.next());
    String cab = intake.token(Role.CAB, "511523");
    String hub = intake.token(Role.HUB_MANAGER, "511523");
    String erasing = "{\"reason\":\"CONSENT_WITHDRAWN\"}";
    assertThat(look(auditor, ref).status()).isEqualTo(403);
    assertThat(look(hub, ref).status()).isEqualTo(403);
    assertThat(look(cab, ref).status()).isEqualTo(403);
    assertThat(intake.get(auditor, RESIDENTS + "/" + ref).status()).isEqualTo(403);
    assertThat(post(town, "/" + ref + "/erase", erasing).status()).isEqualTo(403);
    assertThat(post(cab, "/" + ref + "/erase", erasing).status()).isEqualTo(200);
  }

  @Test
  void a_correction_changes_what_is_told_and_what_is_found() {
    var who = Somebody.next();
    String ref = registered(who);
    String phone = Somebody.next().phone();
    String key = UUID.randomUUID().toString();
    String body = "{\"phone\":\"%s\",\"remove\":[\"ADDRESS\"]}".formatted(phone);
    String path = RESIDENTS + "/" + ref + "/correct";
    Answer corrected = intake.post(room, path, body, key);
    assertThat(corrected.status()).as(corrected.body()).isEqualTo(200);
    assertThat(corrected.header("ETag")).isEqualTo("\"2\"");
    assertThat(intake.post(room, path, body, key).header("ETag")).isEqualTo("\"2\"");
    Answer clear = look(room, ref);
    assertThat(clear.text("/phone")).isEqualTo(phone);
    assertThat(clear.text("/name")).isEqualTo(NAME);
    assertThat(clear.json().has("address")).isFalse();
    assertThat(found(room, "phone", who.phone())).isEmpty();
    assertThat(found(room, "phone", phone)).containsExactly(ref);
    assertThat(post(room, "/" + ref + "/correct", "{\"remove\":[\"NAME\"]}").text("/code"))
        .isEqualTo("NEED-040");
    Answer stale =
        intake.send(
            intake
                .request(room, path)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"1\"")
                .POST(BodyPublishers.ofString("{\"contactBy\":\"HOME_VISIT\"}")));
    assertThat(stale.text("/code")).isEqualTo("API-006");
  }

  @Test
  void a_child_is_registered_when_its_guardian_has_agreed() {
    String child =
        """
        {"unit":"RM-511523100001","name":"小标记","ageBand":"UNDER_14",\
        "guardian":{"name":"李守护","phone":"13800009999","relation":"GRANDPARENT"%s},\
        "disability":{"kind":"LIMB","grade":%d}}\
        """;
    String agreed = ",\"consentOn\":\"2026-11-23\"";
    Answer refused = post(room, "", child.formatted("", 2));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("/code")).isEqualTo("NEED-045");
    assertThat(post(room, "", child.formatted(agreed, 5)).text("/code")).isEqualTo("API-003");
    Answer made = post(room, "", child.formatted(agreed, 2));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    Answer clear = look(room, made.text("/resident"));
    assertThat(clear.text("/guardian/consentOn")).isEqualTo("2026-11-23");
    assertThat(clear.text("/disability/kind")).isEqualTo("LIMB");
    assertThat(clear.json().at("/disability/grade").asInt()).isEqualTo(2);
  }

  @Test
  void a_correction_takes_nobody_elses_identity_number() {
    var one = Somebody.next();
    String ref = registered(one);
    String other = registered(Somebody.next());
    Answer taken =
        post(room, "/" + other + "/correct", "{\"idNumber\":\"%s\"}".formatted(one.idNumber()));
    assertThat(taken.text("/code")).isEqualTo("NEED-026");
    assertThat(taken.text("/detail")).contains(ref);
    assertThat(found(room, "idNumber", one.idNumber())).containsExactly(ref);
  }

  @Test
  void every_look_is_written_down_with_who_and_why() {
    String ref = registered(Somebody.next());
    post(room, "/" + ref + "/look", "{\"why\":\"VISIT\",\"note\":\"给标记老人送药\"}");
    look(town, ref);
    Answer looks = intake.get(auditor, RESIDENTS + "/" + ref + "/looks");
    assertThat(looks.status()).as(looks.body()).isEqualTo(200);
    assertThat(looks.json().valueStream().map(it -> it.path("act").asString()))
        .containsExactly("LOOK", "LOOK", "REGISTER");
    assertThat(looks.text("/1/who")).isEqualTo("RM_WORKER@" + ROOM);
    assertThat(looks.text("/1/why")).isEqualTo("VISIT");
    assertThat(looks.text("/1/note")).isEqualTo("给标记老人送药");
    assertThat(looks.text("/0/actor")).isEqualTo("TST_WORKER@ST-511523100");
    assertThat(intake.get(room, RESIDENTS + "/" + ref + "/looks").status()).isEqualTo(200);
    assertThat(stored()).doesNotContain("送药");
    Answer noted = post(room, "/" + ref + "/look", "{\"why\":\"VISIT\",\"note\":\"13812345678\"}");
    assertThat(noted.text("/code")).isEqualTo("NEED-009");
    assertThat(post(room, "/" + ref + "/look", "{}").text("/code")).isEqualTo("API-003");

    Answer proof = intake.get(auditor, "/api/v1/looks/check");
    assertThat(proof.json().path("looks").asInt()).isGreaterThanOrEqualTo(3);
    assertThat(proof.json().has("brokenAt")).isFalse();
    assertThat(intake.get(room, "/api/v1/looks/check").status()).isEqualTo(403);
  }

  @Test
  void a_look_that_cannot_be_written_down_shows_nothing() {
    var ref = new ResidentRef(registered(Somebody.next()));
    var actor =
        new Actor("w", Set.of(Role.RM_WORKER), new DivisionCode("511523100001"), null, null, null);
    var request =
        new Request(actor, new Cause.Asked("w:1", "h", null, actor.label(), Instant.EPOCH, null));
    LocalMongo away = LocalMongo.inMemory();
    try (MongoClient client = MongoClients.create(away.uri() + "/?serverSelectionTimeoutMS=300")) {
      var residents =
          new Residents(
              intake.bean(ResidentStore.class),
              intake.bean(Vault.class),
              LooksElsewhere.in(client.getDatabase("needs")));
      assertThat(residents.look(ref, Purpose.CONTACT, null, request).name()).isEqualTo(NAME);
      away.close();
      assertThatThrownBy(() -> residents.look(ref, Purpose.CONTACT, null, request))
          .isInstanceOf(StoreUnavailable.class);
      assertThatThrownBy(() -> residents.erase(ref, ErasureReason.RESIDENT_ASKED, request))
          .isInstanceOf(StoreUnavailable.class);
    }
    assertThat(look(room, ref.value()).status()).isEqualTo(200);
  }

  @Test
  void words_of_a_resident_are_sealed_and_read_by_those_who_may() {
    String ref = registered(Somebody.next());
    String need = needOf(ref, "标记奶奶想有人陪她去医院复查");
    intake.post(town, NEEDS + "/" + need + "/sort", "{\"category\":\"MEAL_CARE\"}");
    Answer analysed =
        intake.post(
            town,
            NEEDS + "/" + need + "/analyse",
            """
            {"urgency":2,"persons":1,"feasibility":4,"evidence":"入户看过标记奶奶的病历"}\
            """);
    assertThat(analysed.status()).as(analysed.body()).isEqualTo(200);
    assertThat(analysed.text("/text")).isEqualTo("标记奶奶想有人陪她去医院复查");
    assertThat(analysed.text("/history/2/note")).isEqualTo("入户看过标记奶奶的病历");
    Answer listed = intake.get(room, NEEDS + "?status=ANALYSED");
    assertThat(listed.body()).contains("标记奶奶想有人陪她去医院复查");
    Answer county = intake.get(auditor, NEEDS + "/" + need);
    assertThat(county.status()).isEqualTo(200);
    assertThat(county.json().has("text")).isFalse();
    assertThat(stored()).contains(need).doesNotContain("标记奶奶");

    String nobodys = needOf("", "几位老人希望中午有热饭吃,也有人陪");
    assertThat(intake.get(room, NEEDS + "/" + nobodys).text("/text")).contains("热饭");
  }

  @Test
  void a_need_is_of_a_known_resident_or_of_nobody_known() {
    String ref = registered(Somebody.next());
    String text = "几位老人希望中午有热饭吃,也有人陪";
    Answer unknown = intake.post(room, NEEDS, collect("R-1", text));
    assertThat(unknown.text("/code")).isEqualTo("NEED-029");
    String elsewhere = collect(ref, text).replace("RM-511523100001", "ST-511523101");
    assertThat(intake.post(foreign, NEEDS, elsewhere).text("/code")).isEqualTo("NEED-029");
    String resident = intake.token(Role.RESIDENT, new StationId(ROOM));
    assertThat(intake.post(resident, NEEDS, collect(ref, text)).text("/code"))
        .isEqualTo("NEED-029");
    assertThat(intake.post(resident, NEEDS, collect("", text)).status()).isEqualTo(201);
    assertThat(intake.post(town, NEEDS, collect(ref, text)).text("/resident")).isEqualTo(ref);
  }

  @Test
  void an_erased_resident_is_a_stone_and_its_words_are_gone() {
    var who = Somebody.next();
    String ref = registered(who);
    String need = needOf(ref, "标记爷爷想有人陪他去医院复查");
    post(room, "/" + ref + "/look", "{\"why\":\"VISIT\",\"note\":\"给标记老人送药\"}");
    String key = UUID.randomUUID().toString();
    String path = RESIDENTS + "/" + ref + "/erase";
    Answer erased = intake.post(head, path, "{\"reason\":\"RESIDENT_ASKED\"}", key);
    assertThat(erased.status()).as(erased.body()).isEqualTo(200);
    Answer again = intake.post(head, path, "{\"reason\":\"RESIDENT_ASKED\"}", key);
    assertThat(again.body()).isEqualTo(erased.body());

    Answer stone = intake.get(room, RESIDENTS + "/" + ref);
    assertThat(stone.text("/erased/reason")).isEqualTo("RESIDENT_ASKED");
    assertThat(stone.text("/erased/actor")).isEqualTo("TST_HEAD@ST-511523100");
    assertThat(stone.json().propertyNames())
        .containsExactlyInAnyOrder("resident", "unit", "erased");
    for (Answer gone :
        List.of(
            look(room, ref),
            erase(ref),
            post(room, "/" + ref + "/correct", "{\"phone\":\"13800009999\"}"),
            intake.post(room, NEEDS, collect(ref, "几位老人希望中午有热饭吃,也有人陪")))) {
      assertThat(gone.status()).isEqualTo(410);
      assertThat(gone.text("/code")).isEqualTo("NEED-028");
    }
    assertThat(found(room, "phone", who.phone())).isEmpty();
    assertThat(found(room, "idNumber", who.idNumber())).isEmpty();
    assertThat(found(room, "phone", "13800009999")).isEmpty();
    assertThat(intake.get(room, NEEDS + "/" + need).text("/text")).isEmpty();
    Answer looks = intake.get(auditor, RESIDENTS + "/" + ref + "/looks");
    assertThat(looks.json().valueStream().map(it -> it.path("act").asString()))
        .contains("ERASE", "LOOK", "REGISTER");
    assertThat(looks.body()).doesNotContain("送药");
    assertThat(intake.get(auditor, "/api/v1/looks/check").json().has("brokenAt")).isFalse();

    assertThat(database().getCollection("resident-keys").find(new Document("_id", ref)).first())
        .isNull();
    Vault vault = intake.bean(Vault.class);
    assertThat(stored())
        .doesNotContain(
            vault.fingerprint("PHONE", who.phone()),
            vault.fingerprint("ID_NUMBER", who.idNumber()));
    assertThat(registered(who)).isNotEqualTo(ref);
  }

  @Test
  void what_is_said_of_an_erased_resident_afterwards_is_not_kept() {
    String ref = registered(Somebody.next());
    String need = needOf(ref, "标记爷爷想有人陪他去医院复查");
    intake.post(town, NEEDS + "/" + need + "/sort", "{\"category\":\"MEAL_CARE\"}");
    erase(ref);
    Answer analysed =
        intake.post(
            town,
            NEEDS + "/" + need + "/analyse",
            """
            {"urgency":2,"persons":1,"feasibility":4,"evidence":"入户看过标记爷爷的药盒"}\
            """);
    assertThat(analysed.status()).as(analysed.body()).isEqualTo(200);
    assertThat(analysed.body()).doesNotContain("药盒");
    assertThat(stored()).doesNotContain("药盒");
  }

  @Test
  void an_erasure_that_a_crash_interrupted_is_completed_at_the_next_start() {
    var who = Somebody.next();
    var ref = new ResidentRef(registered(who));
    ResidentStore store = intake.bean(ResidentStore.class);
    Resident.Registered before = store.find(ref).orElseThrow().kept();
    store.replace(
        before.erased(
            Instant.EPOCH,
            "h",
            "TST_HEAD@x",
            ErasureReason.RESIDENT_ASKED,
            new Resident.Asked("h:1", "x")));
    assertThat(intake.bean(Vault.class).find(ref.value())).isPresent();
    intake.restart();
    assertThat(intake.bean(Vault.class).find(ref.value())).isEmpty();
    assertThat(intake.bean(ResidentStore.class).undone(10)).isEmpty();
    assertThat(stored()).doesNotContain(Objects.requireNonNull(before.phoneHash()));
  }

  @Test
  void operators_see_what_master_keys_have_wrapped_and_have_it_wrapped_anew() {
    registered(Somebody.next());
    Answer seen = intake.get(auditor, "/actuator/vault");
    assertThat(seen.status()).as(seen.body()).isEqualTo(200);
    assertThat(seen.json().at("/wrappedBy/first").asInt()).isPositive();
    assertThat(intake.post(auditor, "/actuator/vault", "{}").status()).isEqualTo(403);
    Answer anew = intake.post(intake.token(Role.CAB, "511523"), "/actuator/vault", "{}");
    assertThat(anew.status()).as(anew.body()).isEqualTo(200);
    assertThat(anew.json().path("wrappedAnew").asInt(-1)).isZero();
  }

  @Test
  void ciphertexts_that_were_swapped_are_not_opened() {
    String one = registered(Somebody.next());
    String other = registered(Somebody.next());
    var residents = database().getCollection("residents");
    var id = new Document("_id", one);
    Document before = Objects.requireNonNull(residents.find(id).first());
    Document strange =
        Objects.requireNonNull(residents.find(new Document("_id", other)).first())
            .get("fields", Document.class);
    for (Document swap :
        List.of(
            new Document("fields.NAME", strange.getString("NAME")),
            new Document("fields.NAME", before.get("fields", Document.class).get("ADDRESS")))) {
      residents.updateOne(id, new Document("$set", swap));
      Answer refused = look(room, one);
      assertThat(refused.text("/code")).isEqualTo("API-014");
      assertThat(refused.body()).doesNotContain(NAME, ADDRESS);
      residents.replaceOne(id, before);
    }
    assertThat(look(room, one).status()).isEqualTo(200);
  }

  @Test
  void neither_problems_nor_logs_say_what_was_told() {
    var who = Somebody.next();
    String good = who.body();
    List<String> told = new ArrayList<>(List.of("标记", who.idNumber(), who.phone(), "标记巷"));
    try (Logs logs = Logs.open()) {
      List<String> bad =
          List.of(
              good.replace("\"" + NAME + "\"", "[\"" + NAME + "\"]"),
              good.replace("\"" + NAME + "\"", "\"" + NAME.repeat(30) + "\""),
              good.replace("\"idNumber\":\"", "\"idNumber\":\"9"),
              good.replace("\"phone\":\"" + who.phone(), "\"phone\":\"X" + who.phone()),
              good.replace("\"contactBy\":\"PHONE\"", "\"contactBy\":\"" + NAME + "\""),
              good.replace("\"contactBy\":\"PHONE\"", "\"ageBand\":\"" + NAME + "\""),
              good.replace("\"unit\":\"" + ROOM, "\"unit\":\"" + NAME),
              good.replace("\"contactBy\"", "\"nickname\":\"" + NAME + "\",\"contactBy\""),
              good.replace(
                  "\"contactBy\":\"PHONE\"",
                  "\"guardian\":{\"name\":\"%s\",\"phone\":\"%s\",\"relation\":\"%s\"}"
                      .formatted(NAME, who.phone(), NAME)),
              good.substring(0, good.length() - 1),
              good + good);
      for (String body : bad) {
        for (String language : List.of("zh", "en")) {
          Answer refused =
              intake.send(
                  intake
                      .request(room, RESIDENTS)
                      .setHeader("Accept-Language", language)
                      .header("Content-Type", "application/json")
                      .POST(BodyPublishers.ofString(body)));
          assertThat(refused.status()).as(body).isBetween(400, 499);
          assertThat(refused.body()).as(body).doesNotContain(told);
        }
      }
      String ref = registered(who);
      look(room, ref);
      search(room, "phone", who.phone());
      post(room, "", good);
      intake.get(room, RESIDENTS + "/" + ref);
      needOf(ref, "标记老人想有人陪他去医院复查");
      erase(ref);
      assertThat(logs.lines()).as("the web layer was heard").anyMatch(it -> it.contains("/look"));
      assertThat(logs.lines()).allSatisfy(line -> assertThat(line).doesNotContain(told));
    }
  }
}

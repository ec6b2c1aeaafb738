package org.threefold.needs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.threefold.access.Role;
import org.threefold.events.ActivityId;
import org.threefold.events.ActivityType;
import org.threefold.events.ClientGroup;
import org.threefold.events.DeptCode;
import org.threefold.events.DivisionLevel;
import org.threefold.events.NeedCategory;
import org.threefold.events.ProgrammeId;
import org.threefold.events.ProgrammeState;
import org.threefold.events.ProjectEvent.ActivityPlan;
import org.threefold.events.ProjectEvent.DepartmentActivityAccepted;
import org.threefold.events.ProjectEvent.DepartmentActivityCancelled;
import org.threefold.events.ProjectEvent.LowFeeProgrammeRegistered;
import org.threefold.events.ResourceId;
import org.threefold.events.ResourceKind;
import org.threefold.events.StationEvent.ResourceUnitRegistered;
import org.threefold.events.StationEvent.ResourceUnitWithdrawn;
import org.threefold.events.StationEvent.ServiceItem;
import org.threefold.events.StationId;
import org.threefold.events.StationType;
import org.threefold.teststand.Answer;
import org.threefold.teststand.Stand;
import tools.jackson.databind.JsonNode;

/** A worker asks what could answer a need, and is shown the best first, and why. */
class SuppliersIT {

  private static final String NEEDS = "/api/v1/needs";
  private static final String ROOM = "RM-511523100001";
  private static final DeptCode CAB = new DeptCode("CAB");
  private static final ServiceItem TRAINING =
      ServiceItems.item("SI-90", ClientGroup.RESIDENT_GENERAL, NeedCategory.SKILL_TRAINING);

  private static Stand intake;
  private static String room;

  @BeforeAll
  static void start() {
    intake = Stand.start(NeedsIntakeApplication.class, "needs-intake");
    room = intake.token(Role.RM_WORKER, new StationId(ROOM));
    OpenUnits.open(
        intake, ROOM, StationType.COMMUNITY_ROOM, DivisionLevel.COMMUNITY, "ST-511523100");
    intake.heard(
        ServiceItems.list(
            1,
            "2026-01-01",
            ServiceItems.ADVICE,
            ServiceItems.COMPANIONSHIP,
            ServiceItems.AFTER_SCHOOL,
            ServiceItems.LINK,
            TRAINING));
    programme("LF-02", "老年厨房", ClientGroup.ELDER, ProgrammeState.RUNNING);
    programme("LF-04", "公益茶吧", ClientGroup.RESIDENT_GENERAL, ProgrammeState.DESIGNED);
    programme("LF-01", "儿童游戏力俱乐部", ClientGroup.CHILD, ProgrammeState.RUNNING);
    accepted("here", plan(ActivityType.FESTIVAL_VISIT, "2026-11-01", "2027-02-28", ROOM));
    accepted("later", plan(ActivityType.FESTIVAL_VISIT, "2026-12-20", "2027-02-28"));
    accepted(
        "elsewhere", plan(ActivityType.FESTIVAL_VISIT, "2026-11-01", "2027-02-28", "ST-511523101"));
    accepted("over", plan(ActivityType.FESTIVAL_VISIT, "2026-10-01", "2026-11-22"));
    accepted("cancelled", plan(ActivityType.FESTIVAL_VISIT, "2026-11-01", "2027-02-28"));
    intake.heard(new DepartmentActivityCancelled(new ActivityId("dept-cab:cancelled"), CAB, 2));
  }

  @AfterAll
  static void stop() {
    intake.close();
  }

  @Test
  void what_answers_the_need_comes_first_and_each_place_has_its_reasons() {
    Answer answer = suppliers(sorted("ELDER_LIVING_ALONE", "MEAL_CARE"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(ids(answer))
        .containsExactly("LF-02", "SI-03", "dept-cab:here", "SI-15", "dept-cab:later");
    JsonNode kitchen = answer.json().get(0);
    assertThat(kitchen.at("/supplierType").asString()).isEqualTo("LOWFEE");
    assertThat(kitchen.at("/names/zh").asString()).isEqualTo("老年厨房");
    assertThat(kitchen.at("/names/en").asString()).isEqualTo("Elders' Kitchen");
    assertThat(kitchen.at("/availability").asString()).isEqualTo("NOW");
    assertThat(kitchen.at("/score").asInt()).isEqualTo(35);
    assertThat(kitchen.at("/terms").valueStream().map(SuppliersIT::points))
        .containsExactly("category 20", "group 6", "place 1", "soon 8");
  }

  @Test
  void what_is_suggested_can_be_had_and_what_cannot_be_had_is_not_suggested() {
    String need = sorted("ELDER_LIVING_ALONE", "COMPANIONSHIP");
    List<String> suggested = ids(suppliers(need));
    assertThat(suggested)
        .contains("SI-03", "dept-cab:here", "dept-cab:later", "LF-02", "LF-04")
        .doesNotContain("dept-cab:elsewhere", "dept-cab:over", "dept-cab:cancelled", "LF-01");
    analyse(need);
    for (JsonNode it : suppliers(need).json()) {
      boolean now = it.at("/availability").asString().equals("NOW");
      Answer matched =
          match(need, it.at("/supplierType").asString(), it.at("/supplier").asString(), now);
      assertThat(matched.status()).as(matched.body()).isEqualTo(200);
    }
    for (String other : List.of("elsewhere", "over", "cancelled")) {
      assertThat(match(need, "ACTIVITY", "dept-cab:" + other, false).text("/code"))
          .isEqualTo("NEED-015");
    }
    assertThat(match(need, "LOWFEE", "LF-01", false).text("/code")).isEqualTo("NEED-015");
    assertThat(match(need, "ITEM", "SI-07", false).text("/code")).isEqualTo("NEED-015");
  }

  @Test
  void a_resource_of_the_town_is_suggested_and_matched_until_it_is_withdrawn() {
    resource("RS-511523100-0001", "法律援助志愿队");
    resource("RS-511523101-0001", "邻镇志愿队");
    String need = sorted("ELDER_LIVING_ALONE", "POLICY_ADVICE");
    assertThat(ids(suppliers(need)))
        .containsSubsequence("RS-511523100-0001", "SI-01")
        .doesNotContain("RS-511523101-0001");
    JsonNode volunteers = suppliers(need).json().get(0);
    assertThat(volunteers.at("/supplierType").asString()).isEqualTo("RESOURCE");
    assertThat(volunteers.at("/names/zh").asString()).isEqualTo("法律援助志愿队");
    assertThat(volunteers.at("/names/en").isMissingNode()).isTrue();
    analyse(need);
    assertThat(match(need, "RESOURCE", "RS-511523101-0001", true).text("/code"))
        .isEqualTo("NEED-015");
    Answer matched = match(need, "RESOURCE", "RS-511523100-0001", true);
    assertThat(matched.text("/matches/0/supplierType")).as(matched.body()).isEqualTo("RESOURCE");
    intake.heard(new ResourceUnitWithdrawn(new ResourceId("RS-511523100-0001")));
    assertThat(ids(suppliers(need))).doesNotContain("RS-511523100-0001");
    assertThat(match(need, "RESOURCE", "RS-511523100-0001", true).text("/code"))
        .isEqualTo("NEED-015");
  }

  @Test
  void an_item_is_suggested_and_matched_until_a_list_without_it_is_in_force() {
    String need = sorted("ELDER_LIVING_ALONE", "SKILL_TRAINING");
    assertThat(ids(suppliers(need))).containsExactly("SI-90");
    analyse(need);
    Answer matched = match(need, "ITEM", "SI-90", true);
    assertThat(matched.text("/matches/0/supplier")).as(matched.body()).isEqualTo("SI-90");
    ServiceItem[] others = {
      ServiceItems.ADVICE, ServiceItems.COMPANIONSHIP, ServiceItems.AFTER_SCHOOL, ServiceItems.LINK
    };
    intake.heard(ServiceItems.list(2, "2026-11-23", others));
    assertThat(suppliers(need).json().size()).isZero();
    assertThat(match(need, "ITEM", "SI-90", true).text("/code")).isEqualTo("NEED-015");
    assertThat(match(need, "ITEM", "SI-01", false).status()).isEqualTo(200);
    intake.heard(ServiceItems.list(3, "2027-01-01", ServiceItems.ADVICE));
    assertThat(match(need, "ITEM", "SI-03", false).status()).isEqualTo(200);
  }

  private static void resource(String id, String name) {
    var resource = new ResourceId(id);
    intake.heard(
        new ResourceUnitRegistered(
            resource,
            ResourceKind.VOLUNTEER,
            resource.home(),
            name,
            null,
            List.of(NeedCategory.POLICY_ADVICE),
            List.of(ClientGroup.ELDER)));
  }

  @Test
  void who_asks_for_few_gets_the_best_of_them() {
    String need = sorted("ELDER_LIVING_ALONE", "MEAL_CARE");
    assertThat(ids(intake.get(room, NEEDS + "/" + need + "/suppliers?limit=2")))
        .containsExactly("LF-02", "SI-03");
    assertThat(intake.get(room, NEEDS + "/" + need + "/suppliers?limit=201").status())
        .isEqualTo(400);
  }

  @Test
  void a_need_that_is_not_sorted_yet_has_nothing_to_be_answered() {
    Answer answer = suppliers(collected("ELDER_LIVING_ALONE"));
    assertThat(answer.text("/code")).isEqualTo("NEED-001");
    assertThat(answer.status()).isEqualTo(409);
  }

  @Test
  void a_worker_asks_only_for_needs_of_the_own_area_and_a_reader_not_at_all() {
    String path = NEEDS + "/" + sorted("ELDER_LIVING_ALONE", "MEAL_CARE") + "/suppliers";
    String neighbour = intake.token(Role.RM_WORKER, new StationId("RM-511523100002"));
    assertThat(intake.get(neighbour, path).status()).isEqualTo(404);
    assertThat(intake.get(intake.token(Role.AUDITOR, "511523"), path).status()).isEqualTo(403);
    assertThat(intake.get(room, NEEDS + "/N-511523100001-20260101-0001/suppliers").status())
        .isEqualTo(404);
  }

  private static void programme(String id, String name, ClientGroup group, ProgrammeState state) {
    intake.heard(
        new LowFeeProgrammeRegistered(new ProgrammeId(id), name, group, state, null, null));
  }

  private static ActivityPlan plan(ActivityType type, String from, String until, String... units) {
    return new ActivityPlan(
        type,
        Instant.parse(from + "T00:00:00Z"),
        Instant.parse(until + "T00:00:00Z"),
        Stream.of(units).map(StationId::new).toList(),
        List.of(ClientGroup.ELDER),
        null,
        null,
        null,
        null);
  }

  private static void accepted(String number, ActivityPlan plan) {
    intake.heard(
        new DepartmentActivityAccepted(new ActivityId("dept-cab:" + number), CAB, 1, plan));
  }

  private static Answer suppliers(String need) {
    return intake.get(room, NEEDS + "/" + need + "/suppliers");
  }

  private static String points(JsonNode term) {
    return term.at("/item").asString() + " " + term.at("/points").asInt();
  }

  private static List<String> ids(Answer answer) {
    return answer.json().valueStream().map(it -> it.at("/supplier").asString()).toList();
  }

  private static String collected(String group) {
    String body =
        """
        {"unit":"%s","channel":"WALK_IN","ageBand":"FROM_60","groups":["%s"],
         "text":"几位独居老人希望中午有热饭吃","collectedOn":"2026-11-23"}\
        """
            .formatted(ROOM, group);
    Answer answer = intake.post(room, NEEDS, body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.text("/need");
  }

  private static String sorted(String group, String category) {
    String need = collected(group);
    String body = "{\"category\":\"%s\"}".formatted(category);
    assertThat(intake.post(room, NEEDS + "/" + need + "/sort", body).status()).isEqualTo(200);
    return need;
  }

  private static void analyse(String need) {
    String body =
        """
        {"urgency":2,"persons":12,"feasibility":4,"evidence":"入户走访"}\
        """;
    assertThat(intake.post(room, NEEDS + "/" + need + "/analyse", body).status()).isEqualTo(200);
  }

  private static Answer match(String need, String type, String supplier, boolean sufficient) {
    String body =
        """
        {"supplierType":"%s","supplier":"%s","sufficient":%s}\
        """
            .formatted(type, supplier, sufficient);
    return intake.post(room, NEEDS + "/" + need + "/match", body);
  }
}

package org.threefold.needs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
import org.threefold.events.DivisionCode;
import org.threefold.events.DivisionLevel;
import org.threefold.events.ProjectEvent.ActivityPlan;
import org.threefold.events.ProjectEvent.DepartmentActivityAccepted;
import org.threefold.events.ProjectEvent.DepartmentActivityCancelled;
import org.threefold.events.ProjectEvent.DepartmentActivityRejected;
import org.threefold.events.ProjectEvent.DepartmentActivityReported;
import org.threefold.events.ProjectEvent.DepartmentActivityRevised;
import org.threefold.events.StationEvent.DivisionRegistered;
import org.threefold.events.StationEvent.StationActivated;
import org.threefold.events.StationId;
import org.threefold.teststand.Answer;
import org.threefold.teststand.Stand;

/** A need is matched with what a department holds, and not with what it does not. */
class ActivityMatchingIT {

  private static final String NEEDS = "/api/v1/needs";
  private static final StationId ROOM = new StationId("RM-511523100001");
  private static final DeptCode CAB = new DeptCode("CAB");
  private static final LocalDate LONG_AGO = LocalDate.of(2019, 10, 31);
  private static final Instant END = Instant.parse("2027-02-28T09:00:00Z");

  private static Stand intake;
  private static String room;

  @BeforeAll
  static void start() {
    intake = Stand.start(NeedsIntakeApplication.class, "needs-intake");
    room = intake.token(Role.RM_WORKER, ROOM);
    intake.heard(
        new DivisionRegistered(
            ROOM.division(),
            "某社区",
            DivisionLevel.COMMUNITY,
            new DivisionCode("511523100"),
            LONG_AGO,
            true));
    intake.heard(new StationActivated(ROOM, LONG_AGO, false));
  }

  @AfterAll
  static void stop() {
    intake.close();
  }

  @Test
  void an_accepted_activity_for_the_group_and_area_is_a_match_and_may_be_enough() {
    ActivityId activity = accepted("1", plan(ClientGroup.ELDER));
    String need = analysed();
    Answer matched = match(need, activity);
    assertThat(matched.status()).as(matched.body()).isEqualTo(200);
    assertThat(matched.text("/matches/0/supplier")).isEqualTo("dept-cab:1");
    Answer routed = intake.post(room, NEEDS + "/" + need + "/route", "{\"route\":\"DIRECT\"}");
    assertThat(routed.text("/status")).isEqualTo("IN_SERVICE");
  }

  @Test
  void what_nobody_has_accepted_is_no_match() {
    refused(analysed(), new ActivityId("dept-cab:unheard-of"));
  }

  @Test
  void
      a_cancelled_or_reported_activity_is_no_match_any_more_and_a_rejected_revision_changes_nothing() {
    ActivityId cancelled = accepted("2", plan(ClientGroup.ELDER));
    ActivityId reported = accepted("3", plan(ClientGroup.ELDER));
    intake.heard(new DepartmentActivityRejected(cancelled, CAB, 2, List.of("PROJ-006")));
    String need = analysed();
    assertThat(match(need, cancelled).status()).isEqualTo(200);
    intake.heard(new DepartmentActivityCancelled(cancelled, CAB, 3));
    intake.heard(new DepartmentActivityReported(reported, CAB, 2, 46, 138, 7, 0));
    refused(need, cancelled);
    refused(need, reported);
  }

  @Test
  void an_activity_that_has_ended_is_no_match() {
    ActivityId activity = accepted("4", plan(ClientGroup.ELDER));
    String need = analysed();
    Duration untilTheEnd = Duration.between(intake.clock().instant(), END);
    intake.clock().advance(untilTheEnd);
    refused(need, activity);
    intake.clock().advance(untilTheEnd.negated());
    assertThat(match(need, activity).status()).isEqualTo(200);
  }

  @Test
  void it_must_be_for_the_group_and_the_area_as_last_revised() {
    ActivityId forGirls = accepted("5", plan(ClientGroup.GIRL));
    ActivityId elsewhere = accepted("6", plan(ClientGroup.ELDER, "RM-511523101001"));
    String need = analysed();
    refused(need, forGirls);
    refused(need, elsewhere);
    intake.heard(new DepartmentActivityRevised(forGirls, CAB, 2, plan(ClientGroup.ELDER)));
    intake.heard(
        new DepartmentActivityRevised(elsewhere, CAB, 2, plan(ClientGroup.ELDER, ROOM.value())));
    assertThat(match(need, forGirls).status()).isEqualTo(200);
    assertThat(match(need, elsewhere).status()).isEqualTo(200);
  }

  private static ActivityPlan plan(ClientGroup group, String... units) {
    return new ActivityPlan(
        ActivityType.FESTIVAL_VISIT,
        Instant.parse("2026-11-01T00:00:00Z"),
        END,
        Stream.of(units).map(StationId::new).toList(),
        List.of(group),
        null,
        null,
        null,
        null);
  }

  private static ActivityId accepted(String number, ActivityPlan plan) {
    var activity = new ActivityId("dept-cab:" + number);
    intake.heard(new DepartmentActivityAccepted(activity, CAB, 1, plan));
    return activity;
  }

  private static String analysed() {
    Answer collected =
        intake.post(
            room,
            NEEDS,
            """
            {"unit":"RM-511523100001","channel":"WALK_IN","ageBand":"FROM_60","groups":["ELDER"],
             "text":"几位老人希望有人一起过冬至","collectedOn":"2026-11-23"}\
            """);
    String need = collected.text("/need");
    intake.post(room, NEEDS + "/" + need + "/sort", "{\"category\":\"COMPANIONSHIP\"}");
    Answer analysed =
        intake.post(
            room,
            NEEDS + "/" + need + "/analyse",
            """
            {"urgency":2,"persons":12,"feasibility":4,"evidence":"入户走访"}\
            """);
    assertThat(analysed.text("/status")).as(analysed.body()).isEqualTo("ANALYSED");
    return need;
  }

  private static Answer match(String need, ActivityId activity) {
    return intake.post(
        room,
        NEEDS + "/" + need + "/match",
        """
        {"supplierType":"ACTIVITY","supplier":"%s","sufficient":true}\
        """
            .formatted(activity));
  }

  private static void refused(String need, ActivityId activity) {
    Answer answer = match(need, activity);
    assertThat(answer.text("/code")).as(answer.body()).isEqualTo("NEED-015");
    assertThat(answer.status()).isEqualTo(409);
  }
}

package org.threefold.projects.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.threefold.events.ClientGroup;
import org.threefold.events.NeedCategory;
import org.threefold.events.NeedEvent.NeedRouted;
import org.threefold.events.NeedId;
import org.threefold.events.PriorityBand;
import org.threefold.events.ProjectId;
import org.threefold.events.Route;
import org.threefold.events.StationId;
import org.threefold.projects.work.WaitingNeed.Status;

class WaitingNeedTest {

  private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);
  private static final ProjectId PROJECT = new ProjectId("P-2026-511523100-0001");
  private static final WaitingNeed ROUTED =
      WaitingNeed.of(
          new NeedRouted(
              new NeedId("N-511523100001-20261101-0001"),
              Route.PROJECT,
              new StationId("ST-511523100"),
              NeedCategory.MEAL_CARE,
              List.of(ClientGroup.ELDER),
              60,
              25,
              PriorityBand.B));

  @Test
  void a_routed_need_waits() {
    assertThat(ROUTED.status()).isEqualTo(Status.WAITING);
    assertThat(ROUTED.isAnswered(WEEK, NOON)).isFalse();
  }

  @Test
  void a_need_is_answered_a_week_after_its_resident_was_told() {
    WaitingNeed told = ROUTED.now(Status.SERVED, PROJECT).told(NOON);
    assertThat(told.isAnswered(WEEK, NOON.plus(WEEK).minusMillis(1))).isFalse();
    assertThat(told.isAnswered(WEEK, NOON.plus(WEEK))).isTrue();
  }

  @Test
  void a_need_that_is_closed_or_gone_is_answered_and_any_other_is_not() {
    for (Status status : Status.values()) {
      assertThat(ROUTED.now(status, PROJECT).isAnswered(WEEK, NOON))
          .as(status.name())
          .isEqualTo(status == Status.CLOSED || status == Status.GONE);
    }
  }

  @Test
  void a_need_that_lost_its_project_waits_again() {
    WaitingNeed again = ROUTED.now(Status.PLANNED, PROJECT).now(Status.WAITING, null);
    assertThat(again).isEqualTo(ROUTED);
  }
}

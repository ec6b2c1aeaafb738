package org.threefold.e2e.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class LagTest {

  private static final TopicPartition NEEDS = new TopicPartition("needs", 0);
  private static final TopicPartition FUNDS = new TopicPartition("funds", 0);

  private final Report report = new Report();

  @Test
  void a_group_that_has_heard_all_is_right() {
    new Lag(report).compare(Map.of("oversight", Map.of(NEEDS, 5L)), Map.of(NEEDS, 5L, FUNDS, 7L));

    assertThat(report.violations()).isEmpty();
  }

  @Test
  void a_group_that_is_behind_is_found() {
    new Lag(report)
        .compare(Map.of("oversight", Map.of(NEEDS, 4L, FUNDS, 0L)), Map.of(NEEDS, 5L, FUNDS, 7L));

    assertThat(report.violations())
        .containsExactlyInAnyOrder(
            "oversight is 1 records behind on needs-0", "oversight is 7 records behind on funds-0");
  }

  @Test
  void a_county_in_which_nobody_listens_is_found() {
    new Lag(report).compare(Map.of(), Map.of(NEEDS, 5L));

    assertThat(report.violations()).containsExactly("There is no consumer group");
  }
}

package org.threefold.e2e.checking;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Every consumer group has heard all there is to hear. */
final class Lag {

  private final Report report;

  Lag(Report report) {
    this.report = report;
  }

  /**
   * Compares what the groups have committed with where the topics end.
   *
   * @param committed by group; 0 where nothing was committed yet
   */
  void compare(Map<String, Map<TopicPartition, Long>> committed, Map<TopicPartition, Long> ends) {
    report.count("consumer groups", committed.size());
    if (committed.isEmpty()) {
      report.violation("There is no consumer group");
    }
    committed.forEach((group, offsets) ->
        offsets.forEach((partition, offset) -> {
          long behind = ends.getOrDefault(partition, 0L) - offset;
          if (behind > 0) {
            report.violation("%s is %d records behind on %s".formatted(group, behind, partition));
          }
        }));
  }
}

package org.threefold.bench.county;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How far the county's consumer groups are behind, as the broker sees it. */
final class Lag implements AutoCloseable {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

  private final Admin admin;

  Lag(String bootstrapServers) {
    this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
  }

  /** Records that somebody who listens has not handled yet. */
  long records() throws InterruptedException {
    try {
      long behind = 0;
      for (var group : admin.listGroups().all().get()) {
        Map<TopicPartition, Long> heard = new HashMap<>();
        admin
            .listConsumerGroupOffsets(group.groupId())
            .partitionsToOffsetAndMetadata()
            .get()
            .forEach((part, offset) -> {
              if (offset != null) {
                heard.put(part, offset.offset());
              }
            });
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        heard.keySet().forEach(part -> latest.put(part, OffsetSpec.latest()));
        for (var end : admin.listOffsets(latest).all().get().entrySet()) {
          behind += Math.max(0, end.getValue().offset() - heard.getOrDefault(end.getKey(), 0L));
        }
      }
      return behind;
    } catch (ExecutionException away) {
      throw new IllegalStateException("The broker does not answer", away.getCause());
    }
  }

  /** Waits until nobody is behind. */
  void awaitNone(Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    for (long behind = records(); behind > 0; behind = records()) {
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException(behind + " records are still unheard after " + limit);
      }
      TimeUnit.NANOSECONDS.sleep(LOOK_AGAIN.toNanos());
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}

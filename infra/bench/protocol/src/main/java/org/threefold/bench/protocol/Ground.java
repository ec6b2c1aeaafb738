package org.threefold.bench.protocol;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** What must be there before a run: a topic that has settled, and listeners with its partitions. */
public final class Ground {

  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long LOOK_AGAIN_MILLIS = 20;

  private Ground() {}

  /** Makes the topic of the run, and lets it settle. */
  public static void freshTopic(Run run) throws InterruptedException, ExecutionException {
    try (Admin admin = admin()) {
      admin
          .createTopics(List.of(new NewTopic(run.topic(), run.partitions(), (short) 1)))
          .all()
          .get();
    }
    settle();
  }

  /** Waits as long as a new topic needs. */
  public static void settle() throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(Surroundings.SETTLE.toNanos());
  }

  /** Waits until the members of a group have so many partitions between them. */
  public static void awaitPartitions(String group, int partitions)
      throws InterruptedException, ExecutionException {
    long begin = System.nanoTime();
    try (Admin admin = admin()) {
      while (assigned(admin, group) < partitions) {
        if (System.nanoTime() - begin > LONGEST_NANOS) {
          throw new IllegalStateException(group + " was not given its partitions");
        }
        TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
      }
    }
  }

  private static Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", Surroundings.kafka()));
  }

  private static int assigned(Admin admin, String group)
      throws InterruptedException, ExecutionException {
    try {
      return admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
          .map(ConsumerGroupDescription::members)
          .flatMap(Collection::stream)
          .mapToInt(member -> member.assignment().topicPartitions().size())
          .sum();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof GroupIdNotFoundException) {
        return 0;
      }
      throw failed;
    }
  }
}

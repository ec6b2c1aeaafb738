package org.threefold.bench.peers;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.threefold.bench.protocol.Effects;
import org.threefold.bench.protocol.Run;
import org.threefold.bench.protocol.Surroundings;

/** A fresh topic, and a program that listens to all of it. */
public final class Ground {

  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long LOOK_AGAIN_MILLIS = 20;

  private Ground() {}

  /** Makes the topic of the run, and lets it settle. */
  public static void freshTopic(Run run) throws InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", Surroundings.kafka()))) {
      admin
          .createTopics(List.of(new NewTopic(run.topic(), run.partitions(), (short) 1)))
          .all()
          .get();
    }
    TimeUnit.NANOSECONDS.sleep(Surroundings.SETTLE.toNanos());
  }

  /**
   * Starts the program, and returns when its listener has all partitions of the topic.
   *
   * @param settings beside those of the program's own file
   */
  public static ConfigurableApplicationContext start(
      Class<?> program, Run run, Effects effects, Map<String, Object> settings)
      throws InterruptedException {
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(program)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .registerShutdownHook(false)
            .properties(settings)
            .properties(
                Map.of(
                    "bench.topic", run.topic(),
                    "bench.group", run.name(),
                    "spring.kafka.bootstrap-servers", Surroundings.kafka()))
            .initializers(it -> it.getBeanFactory().registerSingleton("effects", effects))
            .run();
    awaitPartitions(context.getBean(KafkaListenerEndpointRegistry.class), run.partitions());
    return context;
  }

  private static void awaitPartitions(KafkaListenerEndpointRegistry listeners, int partitions)
      throws InterruptedException {
    long begin = System.nanoTime();
    while (assigned(listeners) < partitions) {
      if (System.nanoTime() - begin > LONGEST_NANOS) {
        throw new IllegalStateException("The listener was not given its partitions");
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
    }
  }

  private static int assigned(KafkaListenerEndpointRegistry listeners) {
    return listeners.getListenerContainers().stream()
        .mapToInt(it -> it.getAssignedPartitions() == null ? 0 : it.getAssignedPartitions().size())
        .sum();
  }
}

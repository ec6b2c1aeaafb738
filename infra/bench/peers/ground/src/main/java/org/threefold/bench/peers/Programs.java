package org.threefold.bench.peers;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.threefold.bench.protocol.Effects;
import org.threefold.bench.protocol.Ground;
import org.threefold.bench.protocol.Run;
import org.threefold.bench.protocol.Surroundings;

/** Starts a program that listens to all of a run's topic. */
public final class Programs {

  private Programs() {}

  /**
   * Starts the program, and returns when its listener has all partitions of the topic.
   *
   * @param settings beside those of the program's own file
   */
  public static ConfigurableApplicationContext start(
      Class<?> program, Run run, Effects effects, Map<String, Object> settings)
      throws InterruptedException, ExecutionException {
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
    Ground.awaitPartitions(run.name(), run.partitions());
    return context;
  }
}

package org.threefold.bench.own;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.threefold.bench.protocol.Effects;
import org.threefold.bench.protocol.Run;
import org.threefold.bench.protocol.Surroundings;

/** Services of ours, started for one run with topics and databases of its own. */
public final class Running {

  private Running() {}

  /**
   * Starts a service.
   *
   * @param name of the service, its database and its group
   * @param hears the topic it listens to, by its plain name, or empty for none
   */
  public static ConfigurableApplicationContext start(
      Class<?> program, Run run, String name, String hears, Effects effects) {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "--spring.application.name=" + name,
                "--spring.kafka.bootstrap-servers=" + Surroundings.kafka(),
                "--spring.mongodb.uri=" + Surroundings.mongo(),
                "--spring.mongodb.database=" + name,
                "--threefold.messaging.topic-prefix=" + prefix(run),
                "--threefold.messaging.partitions=" + run.partitions()));
    if (!hears.isEmpty()) {
      settings.add("--spring.cloud.function.definition=" + hears);
      settings.add(
          "--spring.cloud.stream.bindings." + hears + "-in-0.destination=" + prefix(run) + hears);
    }
    return new SpringApplicationBuilder(program)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .registerShutdownHook(false)
        .properties("spring.config.name=bench-own")
        .initializers(it -> it.getBeanFactory().registerSingleton("effects", effects))
        .run(settings.toArray(String[]::new));
  }

  /** Before the topics of a run. */
  public static String prefix(Run run) {
    return run.topic() + ".";
  }
}

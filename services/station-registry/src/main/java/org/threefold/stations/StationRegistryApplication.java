package org.threefold.stations;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The station registry as a program: what the county consists of, and who runs it. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class StationRegistryApplication {

  /** Starts the service with its own settings file. */
  public static void main(String[] args) {
    new SpringApplicationBuilder(StationRegistryApplication.class)
        .properties("spring.config.name=station-registry")
        .run(args);
  }
}

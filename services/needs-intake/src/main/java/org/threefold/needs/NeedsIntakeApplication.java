package org.threefold.needs;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Needs intake as a program: where residents ask, and where they are answered. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class NeedsIntakeApplication {

  /** Starts the service with its own settings file. */
  public static void main(String[] args) {
    new SpringApplicationBuilder(NeedsIntakeApplication.class)
        .properties("spring.config.name=needs-intake")
        .run(args);
  }
}

package org.threefold.oversight;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** County oversight as a program: the county's board, and everything behind it. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CountyOversightApplication {

  /** Runs on its own, with the settings of {@code county-oversight.yml}. */
  public static void main(String[] args) {
    new SpringApplicationBuilder(CountyOversightApplication.class)
        .properties("spring.config.name=county-oversight")
        .run(args);
  }
}

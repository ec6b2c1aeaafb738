package org.threefold.evaluations;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Evaluation as a program: three parties judge a project, and the grade has consequences. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class EvaluationApplication {

  /** Starts the service with its own settings file. */
  public static void main(String[] args) {
    new SpringApplicationBuilder(EvaluationApplication.class)
        .properties("spring.config.name=evaluation")
        .run(args);
  }
}

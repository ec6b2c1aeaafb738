package org.threefold.projects;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Project management as a program: where needs become projects, and projects get done. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ProjectManagementApplication {

  /** Starts the service with its own settings file. */
  public static void main(String[] args) {
    new SpringApplicationBuilder(ProjectManagementApplication.class)
        .properties("spring.config.name=project-management")
        .run(args);
  }
}

package org.threefold.bench.chain;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.threefold.events.DeptCode;
import org.threefold.events.DivisionCode;
import org.threefold.events.GovernanceField;
import org.threefold.events.ItemCode;
import org.threefold.events.IntakeEvent;
import org.threefold.events.ProjectEvent;
import org.threefold.events.ProjectEvent.ProjectInitiated;
import org.threefold.events.ProjectId;
import org.threefold.events.StationId;
import org.threefold.messaging.AggregateStores;
import org.threefold.messaging.AggregateType;
import org.threefold.messaging.Aggregates;
import org.threefold.messaging.Ear;

/** The second: makes a project of each need. */
@EnableAutoConfiguration
@Configuration(proxyBeanMethods = false)
class Planned {

  private static final String GUIDE = "PG-2026-1";

  /** A project as far as it is begun. */
  record Project(@Nullable StationId owner, @Nullable ItemCode item) {

    static final AggregateType<Project, ProjectEvent> TYPE =
        AggregateType.of(
            "projects",
            Project.class,
            new Project(null, null),
            ProjectEvent.class,
            Project::after,
            _ -> new DivisionCode("511523100"));

    static ProjectInitiated initiated(ProjectId project) {
      return new ProjectInitiated(
          project,
          new StationId("ST-511523100"),
          new DeptCode("CAB"),
          new ItemCode("CAB-01"),
          GovernanceField.ELDERLY_CARE,
          GUIDE);
    }

    private Project after(ProjectEvent event) {
      return event instanceof ProjectInitiated it ? new Project(it.owner(), it.item()) : this;
    }
  }

  @Bean
  Aggregates<Project, ProjectEvent> projects(AggregateStores stores) {
    return stores.open(Project.TYPE);
  }

  @Bean
  Consumer<Message<List<byte[]>>> needs(Ear ear, Aggregates<Project, ProjectEvent> projects) {
    return ear.hear(
        IntakeEvent.class,
        (event, cause) -> {
          ProjectId project = Names.projectOf(event.stream().id());
          projects.decide(project.value(), cause, _ -> List.of(Project.initiated(project)));
        });
  }
}

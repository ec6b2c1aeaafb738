package org.threefold.events;

import java.util.Arrays;

/** Where each publisher speaks: one topic a service and one for departments, in the plural. */
public enum Topic {
  /** Station registry: divisions, units, staff, operators, archives, resources. */
  STATIONS("stations", "station-registry", StationEvent.class),
  /** Needs intake: needs, cases, alarms. */
  NEEDS("needs", "needs-intake", IntakeEvent.class),
  /** Project management: purchase lists, projects, programmes, what became of activities. */
  PROJECTS("projects", "project-management", ProjectEvent.class),
  /** Fund ledger. */
  FUNDS("funds", "fund-ledger", FundEvent.class),
  /** Evaluation. */
  EVALUATIONS("evaluations", "evaluation", EvaluationEvent.class),
  /** What the systems of departments write and project management hears. */
  ACTIVITIES("activities", "departments", ActivityEvent.class);

  private final String topicName;
  private final String publisher;
  private final Class<? extends Event> events;

  Topic(String topicName, String publisher, Class<? extends Event> events) {
    this.topicName = topicName;
    this.publisher = publisher;
    this.events = events;
  }

  /** The name, before any county prefix. */
  public String topicName() {
    return topicName;
  }

  /** The one service that may speak here; or {@code departments}, each of which may. */
  public String publisher() {
    return publisher;
  }

  /** Whether others than our services speak here, so that there are no streams of ours on it. */
  public boolean isForeign() {
    return this == ACTIVITIES;
  }

  /** The sealed interface of all that is said here. */
  public Class<? extends Event> events() {
    return events;
  }

  /** Where this event is said. */
  public static Topic of(Event event) {
    return switch (event) {
      case StationEvent _ -> STATIONS;
      case IntakeEvent _ -> NEEDS;
      case ProjectEvent _ -> PROJECTS;
      case FundEvent _ -> FUNDS;
      case EvaluationEvent _ -> EVALUATIONS;
      case ActivityEvent _ -> ACTIVITIES;
    };
  }

  /**
   * The topic of a name without prefix.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Topic named(String topicName) {
    return Arrays.stream(values())
        .filter(topic -> topic.topicName.equals(topicName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No topic " + topicName));
  }
}

package org.threefold.messaging;

import org.threefold.events.Topic;

/** What topics are called on this cluster: several counties may share one, each with its prefix. */
record TopicNames(String prefix) {

  private static final String PARKED = ".dlq";

  String of(Topic topic) {
    return prefix + topic.topicName();
  }

  /** Where records of this topic go that cannot be handled. */
  static String parkedOf(String topic) {
    return topic + PARKED;
  }
}

package org.threefold.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.threefold.events.Topic;

/**
 * Sees to it that every topic is there, with a leader for each partition, before anything is said
 * or heard.
 *
 * <p>Sending to a topic that is still being created is how Kafka clients lose records. Topics keep
 * everything for ever: they are the county's record.
 */
final class Topics {

  private static final Duration EACH_TRY = Duration.ofSeconds(15);

  private static final Logger log = LoggerFactory.getLogger(Topics.class);

  private final Map<String, Object> admin;
  private final TopicNames names;
  private final MessagingSettings settings;

  Topics(Map<String, Object> admin, TopicNames names, MessagingSettings settings) {
    this.admin = admin;
    this.names = names;
    this.settings = settings;
  }

  /**
   * Creates what is missing and waits for leaders.
   *
   * @throws IllegalStateException if the broker cannot be reached or the topics have no leaders in
   *     time
   */
  void provision() {
    long deadline = System.nanoTime() + settings.brokerWait().toNanos();
    while (true) {
      try (Admin client = Admin.create(admin)) {
        create(client);
        if (allHaveLeaders(client)) {
          return;
        }
      } catch (ExecutionException | TimeoutException notYet) {
        log.info("Waiting for the broker: {}", notYet.getMessage());
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted while waiting for the broker", stop);
      }
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException(
            "The broker at " + admin.get("bootstrap.servers") + " has no topics with leaders");
      }
    }
  }

  private List<String> all() {
    List<String> all = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      all.add(names.of(topic));
      all.add(TopicNames.parkedOf(names.of(topic)));
    }
    return all;
  }

  private void create(Admin client)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<String, String> forEver =
        Map.of("retention.ms", "-1", "retention.bytes", "-1", "cleanup.policy", "delete");
    List<NewTopic> topics =
        all().stream()
            .map(name ->
                new NewTopic(
                        name, Optional.of(settings.partitions()), Optional.of(settings.replicas()))
                    .configs(forEver))
            .toList();
    for (var created : client.createTopics(topics).values().values()) {
      try {
        created.get(EACH_TRY.toMillis(), TimeUnit.MILLISECONDS);
      } catch (ExecutionException failed) {
        if (!(failed.getCause() instanceof TopicExistsException)) {
          throw failed;
        }
      }
    }
  }

  private boolean allHaveLeaders(Admin client)
      throws ExecutionException, InterruptedException, TimeoutException {
    return client
        .describeTopics(all())
        .allTopicNames()
        .get(EACH_TRY.toMillis(), TimeUnit.MILLISECONDS)
        .values()
        .stream()
        .map(TopicDescription::partitions)
        .flatMap(List::stream)
        .allMatch(partition -> partition.leader() != null && !partition.leader().isEmpty());
  }
}

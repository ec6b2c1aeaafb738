package org.threefold.messaging;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.messaging.Message;
import org.threefold.events.Event;
import org.threefold.events.Topic;

/** Makes the ears of a service and knows them by topic. */
final class Ears implements Ear {

  private final MongoDatabase database;
  private final TopicNames names;
  private final KafkaOutlet outlet;
  private final LogReader log;
  private final MessagingSettings settings;
  private final String service;
  private final Clock clock;
  private final MeterRegistry meters;
  private final Map<String, BatchEar<?>> ears = new ConcurrentHashMap<>();

  Ears(
      MongoDatabase database,
      TopicNames names,
      KafkaOutlet outlet,
      LogReader log,
      MessagingSettings settings,
      String service,
      Clock clock,
      MeterRegistry meters) {
    this.database = database;
    this.names = names;
    this.outlet = outlet;
    this.log = log;
    this.settings = settings;
    this.service = service;
    this.clock = clock;
    this.meters = meters;
  }

  @Override
  public <E extends Event> Consumer<Message<List<byte[]>>> hear(
      Class<E> family, Handler<E> handler) {
    return ear(family, handler);
  }

  <E extends Event> BatchEar<E> ear(Class<E> family, Handler<E> handler) {
    Topic topic =
        Arrays.stream(Topic.values())
            .filter(it -> it.events().equals(family))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(family + " has no topic of its own"));
    String name = names.of(topic);
    var ear =
        new BatchEar<>(
            name,
            family,
            handler,
            new Seen(database, name),
            new Parking(database, name, service, outlet),
            log,
            settings,
            service,
            clock,
            meters);
    if (ears.put(name, ear) != null) {
      throw new IllegalStateException("A service hears " + name + " once");
    }
    return ear;
  }

  Map<String, BatchEar<?>> byTopic() {
    return ears;
  }
}

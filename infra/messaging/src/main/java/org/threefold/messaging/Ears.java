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

  /** So many facts of a key are handled together at most. */
  private static final int LONGEST_RUN = 64;

  private final MongoDatabase database;
  private final TopicNames names;
  private final KafkaOutlet outlet;
  private final LogReader log;
  private final MessagingSettings settings;
  private final String service;
  private final Clock clock;
  private final MeterRegistry meters;
  private final Map<String, BatchEar> ears = new ConcurrentHashMap<>();

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
    return ear(family, alone(handler), 1);
  }

  private static <E extends Event> RunHandler<E> alone(Handler<E> handler) {
    return run -> run.forEach(one -> handler.handle(one.event(), one.cause()));
  }

  @Override
  public <E extends Event> Consumer<Message<List<byte[]>>> hearRuns(
      Class<E> family, RunHandler<E> handler) {
    return ear(family, handler, LONGEST_RUN);
  }

  <E extends Event> BatchEar ear(Class<E> family, RunHandler<E> handler, int longestRun) {
    String topic = topicOf(family, false);
    Parking parking = new Parking(database, topic, service, outlet);
    return put(
        topic,
        new FactHearing<>(
            topic,
            family,
            handler,
            longestRun,
            new Seen(database, topic),
            parking,
            log,
            new Attempts(topic, settings.attempts(), meters),
            "SYSTEM@" + service,
            clock),
        parking);
  }

  @Override
  public <E extends Event> Consumer<Message<List<byte[]>>> hearForeign(
      Class<E> family, ForeignHandler<E> handler) {
    return foreignEar(family, handler);
  }

  <E extends Event> BatchEar foreignEar(Class<E> family, ForeignHandler<E> handler) {
    String topic = topicOf(family, true);
    Parking parking = new Parking(database, topic, service, outlet);
    return put(
        topic,
        new ForeignHearing<>(
            topic,
            family,
            handler,
            parking,
            new Attempts(topic, settings.attempts(), meters),
            clock),
        parking);
  }

  private String topicOf(Class<? extends Event> family, boolean foreign) {
    return Arrays.stream(Topic.values())
        .filter(it -> it.events().equals(family) && it.isForeign() == foreign)
        .findFirst()
        .map(names::of)
        .orElseThrow(
            () -> new IllegalArgumentException(family + " has no topic of its own to be heard so"));
  }

  private BatchEar put(String topic, Hearing hearing, Parking parking) {
    var ear = new BatchEar(topic, hearing, parking, settings.lanes(), meters);
    if (ears.put(topic, ear) != null) {
      throw new IllegalStateException("A service hears " + topic + " once");
    }
    return ear;
  }

  Map<String, BatchEar> byTopic() {
    return ears;
  }
}

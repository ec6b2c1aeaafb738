package org.threefold.messaging;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.threefold.events.Attributes;
import org.threefold.events.Event;
import org.threefold.events.EventCodec;

/**
 * Understands facts of our own services: each stream has versions without holes, so a fact is new
 * exactly when it is the next.
 *
 * @param longestRun so many facts of a key are handled together at most
 * @param actor who acts when a fact is heard
 */
record FactHearing<E extends Event>(
    String topic,
    Class<E> family,
    Ear.RunHandler<E> handler,
    int longestRun,
    Seen seen,
    Parking parking,
    LogReader log,
    Attempts attempts,
    String actor,
    Clock clock)
    implements Hearing {

  /**
   * Of a stream that begins nothing has been seen. If it has, for the fact comes again, its effect
   * knows it, and what comes after shows a gap and is looked up.
   */
  private static final String FIRST = "@1";

  @Override
  public Batch begin(Collection<ConsumerRecord<byte[], byte[]>> records) {
    seen.load(
        records.stream()
            .map(raw -> Wire.header(raw, "ce_id"))
            .filter(Objects::nonNull)
            .filter(id -> !id.endsWith(FIRST))
            .map(FactHearing::streamOf)
            .toList());
    return new SeenLater();
  }

  /**
   * The fact in a record of this type.
   *
   * @throws IllegalArgumentException if it does not belong here or cannot be read
   */
  Ear.Fact<E> read(Class<? extends Event> type, Attributes attributes, byte @Nullable [] data) {
    if (!family.isAssignableFrom(type)) {
      throw new IllegalArgumentException(type.getSimpleName() + " does not belong on " + topic);
    }
    if (data == null) {
      throw new IllegalArgumentException("The fact has no data");
    }
    E event = EventCodec.read(type.asSubclass(family), data);
    return new Ear.Fact<>(event, new Cause.Heard(attributes, actor, clock.instant()));
  }

  private static String streamOf(String eventId) {
    return eventId.substring(0, Math.max(0, eventId.lastIndexOf('@')));
  }

  /** Remembers how far streams have come, and stores it after the effects. */
  private final class SeenLater implements Batch {

    private final Map<String, Long> moved = new ConcurrentHashMap<>();

    @Override
    public Lane lane(String key, Parking.@Nullable Kind held) {
      return new FactLane<>(FactHearing.this, key, held, moved);
    }

    @Override
    public void close() {
      seen.store(moved);
    }
  }
}

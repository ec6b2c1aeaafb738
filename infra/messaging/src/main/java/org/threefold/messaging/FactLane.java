package org.threefold.messaging;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.threefold.events.Attributes;
import org.threefold.events.Event;
import org.threefold.events.EventTypes;

/** Facts of one key: in the order of their stream, each once, none skipped. */
final class FactLane<E extends Event> implements Hearing.Lane {

  private static final Logger log = LoggerFactory.getLogger(FactLane.class);

  private final FactHearing<E> ear;
  private final String key;
  private final Map<String, Long> moved;
  private Parking.@Nullable Kind held;

  /**
   * The lane of a key.
   *
   * @param moved where to note how far streams have come
   */
  FactLane(FactHearing<E> ear, String key, Parking.@Nullable Kind held, Map<String, Long> moved) {
    this.ear = ear;
    this.key = key;
    this.held = held;
    this.moved = moved;
  }

  @Override
  public void hearAll(List<ConsumerRecord<byte[], byte[]>> records) {
    var run = new FactRun<>(ear);
    for (ConsumerRecord<byte[], byte[]> raw : records) {
      if (held == null && run.takes(raw)) {
        continue;
      }
      finish(run);
      run = new FactRun<>(ear);
      if (held != null || !run.takes(raw)) {
        hear(raw);
      }
    }
    finish(run);
  }

  /** Handles a run at once, or, if that fails for good, each of its facts alone. */
  private void finish(FactRun<E> run) {
    if (run.size() > 1 && run.handled()) {
      run.last().forEach(this::advance);
      return;
    }
    run.records().forEach(this::hear);
  }

  @Override
  public void hear(ConsumerRecord<byte[], byte[]> raw) {
    HeardFact one = HeardFact.of(raw);
    Attributes attributes = one.attributes();
    if (attributes == null) {
      String why = one.strange() == null ? "" : String.valueOf(one.strange().getMessage());
      ear.parking().park(raw, key, Parking.Kind.STRANGE, why, one.strange());
      count("strange");
      return;
    }
    String stream = attributes.stream().toString();
    if (attributes.version() <= ear.seen().last(stream)) {
      count("duplicate");
      return;
    }
    if (held == Parking.Kind.FAILED) {
      ear.parking()
          .park(raw, key, Parking.Kind.BEHIND, "An earlier record of the key failed", null);
      count("behind");
      return;
    }
    if (closesGap(raw, attributes, stream)) {
      handleInOrder(raw, attributes, stream);
    }
  }

  /**
   * Whether every earlier fact of the stream has been handled now; if not, the record is parked.
   */
  private boolean closesGap(
      ConsumerRecord<byte[], byte[]> raw, Attributes attributes, String stream) {
    if (attributes.version() == ear.seen().last(stream) + 1) {
      return true;
    }
    ear.seen().reload(List.of(stream));
    long last = ear.seen().last(stream);
    if (attributes.version() <= last + 1) {
      return attributes.version() == last + 1;
    }
    SortedMap<Long, ConsumerRecord<byte[], byte[]>> missing =
        ear.log().find(raw, stream, last + 1, attributes.version() - 1);
    log.warn(
        "Gap in {} on {}: {} came after {}; the log has {} of the missing facts",
        stream,
        ear.topic(),
        attributes.version(),
        last,
        missing.size());
    count("gap");
    for (ConsumerRecord<byte[], byte[]> lost : missing.values()) {
      Attributes found = HeardFact.of(lost).attributes();
      if (found != null && found.version() == ear.seen().last(stream) + 1) {
        handleInOrder(lost, found, stream);
      }
    }
    if (attributes.version() == ear.seen().last(stream) + 1 && held != Parking.Kind.FAILED) {
      return true;
    }
    Parking.Kind kind = held == Parking.Kind.FAILED ? Parking.Kind.BEHIND : Parking.Kind.EARLY;
    String why = "Version " + (ear.seen().last(stream) + 1) + " has not come";
    ear.parking().park(raw, key, kind, why, null);
    held = kind == Parking.Kind.EARLY ? kind : held;
    return false;
  }

  private void handleInOrder(
      ConsumerRecord<byte[], byte[]> raw, Attributes attributes, String stream) {
    if (!handle(raw, attributes)) {
      held = Parking.Kind.FAILED;
      return;
    }
    advance(stream, attributes.version());
    if (held == Parking.Kind.EARLY) {
      replayEarly();
    }
  }

  private void advance(String stream, long version) {
    ear.seen().advance(stream, version);
    moved.merge(stream, version, Math::max);
  }

  /** Goes on with what had come too early, as far as there is no gap any more. */
  private void replayEarly() {
    while (true) {
      Optional<ConsumerRecord<byte[], byte[]>> next = ear.parking().first(key);
      if (next.isEmpty()) {
        ear.parking().release(key);
        held = null;
        return;
      }
      Attributes attributes = HeardFact.of(next.get()).attributes();
      if (attributes == null) {
        throw new IllegalStateException("A parked fact has lost its attributes: " + key);
      }
      String stream = attributes.stream().toString();
      if (attributes.version() > ear.seen().last(stream) + 1) {
        return;
      }
      if (attributes.version() == ear.seen().last(stream) + 1) {
        if (!handle(next.get(), attributes)) {
          held = Parking.Kind.FAILED;
          return;
        }
        advance(stream, attributes.version());
        count("healed");
      }
      ear.parking().remove(next.get());
    }
  }

  @Override
  public int replay(boolean giveUpFirst) {
    int done = 0;
    boolean giveUp = giveUpFirst;
    while (true) {
      Optional<ConsumerRecord<byte[], byte[]>> next = ear.parking().first(key);
      if (next.isEmpty()) {
        ear.parking().release(key);
        return giveUp ? done + ear.parking().dropStrange(key) : done;
      }
      Attributes attributes = HeardFact.of(next.get()).attributes();
      if (attributes != null) {
        String stream = attributes.stream().toString();
        ear.seen().load(List.of(stream));
        boolean fresh = attributes.version() > ear.seen().last(stream);
        if (fresh && !giveUp && !handle(next.get(), attributes)) {
          return done;
        }
        advance(stream, attributes.version());
      }
      giveUp = false;
      ear.parking().remove(next.get());
      done++;
    }
  }

  /** Whether the fact is handled or passed over; if not, it is parked. */
  private boolean handle(ConsumerRecord<byte[], byte[]> raw, Attributes attributes) {
    Optional<Class<? extends Event>> type = EventTypes.find(attributes.type());
    if (type.isEmpty()) {
      count("unknown");
      return true;
    }
    try {
      Ear.Fact<E> fact = ear.read(type.get(), attributes, raw.value());
      ear.attempts().run(() -> ear.handler().handle(List.of(fact)));
      count("handled");
      return true;
    } catch (TryLater away) {
      throw away;
    } catch (RuntimeException poison) {
      log.error("{} on {} cannot be handled and is parked", attributes.id(), ear.topic(), poison);
      ear.parking()
          .park(raw, key, Parking.Kind.FAILED, String.valueOf(poison.getMessage()), poison);
      count("parked");
      return false;
    }
  }

  private void count(String outcome) {
    ear.attempts().count(outcome);
  }
}

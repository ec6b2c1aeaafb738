package org.threefold.messaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.threefold.events.Attributes;
import org.threefold.events.Event;
import org.threefold.events.EventTypes;

/** Facts of one key, each plainly the next of its stream, that are handled together. */
final class FactRun<E extends Event> {

  private static final Logger log = LoggerFactory.getLogger(FactRun.class);

  private final FactHearing<E> ear;
  private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
  private final List<Ear.Fact<E>> facts = new ArrayList<>();
  private final Map<String, Long> last = new HashMap<>();

  FactRun(FactHearing<E> ear) {
    this.ear = ear;
  }

  /** Takes the record, unless there is anything to be said about it. */
  boolean takes(ConsumerRecord<byte[], byte[]> raw) {
    if (ear.longestRun() == 1 || facts.size() == ear.longestRun()) {
      return false;
    }
    Attributes attributes = HeardFact.of(raw).attributes();
    if (attributes == null) {
      return false;
    }
    String stream = attributes.stream().toString();
    long before = last.getOrDefault(stream, ear.seen().last(stream));
    Optional<Class<? extends Event>> type = EventTypes.find(attributes.type());
    if (type.isEmpty() || attributes.version() != before + 1) {
      return false;
    }
    try {
      facts.add(ear.read(type.get(), attributes, raw.value()));
    } catch (RuntimeException _) {
      return false; // Who hears it alone will say why.
    }
    records.add(raw);
    last.put(stream, attributes.version());
    return true;
  }

  /**
   * Handles all of them, and answers whether that went well.
   *
   * @throws TryLater if something cannot be reached
   */
  boolean handled() {
    try {
      ear.attempts().run(() -> ear.handler().handle(List.copyOf(facts)));
    } catch (TryLater away) {
      throw away;
    } catch (RuntimeException poison) {
      log.warn("{} facts on {} are handled one by one", facts.size(), ear.topic(), poison);
      return false;
    }
    facts.forEach(_ -> ear.attempts().count("handled"));
    return true;
  }

  int size() {
    return facts.size();
  }

  /** As they came. */
  List<ConsumerRecord<byte[], byte[]>> records() {
    return records;
  }

  /** How far each stream goes with them. */
  Map<String, Long> last() {
    return last;
  }
}

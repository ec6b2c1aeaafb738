package org.threefold.messaging;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.threefold.events.Attributes;
import org.threefold.events.Event;
import org.threefold.events.EventCodec;
import org.threefold.events.EventTypes;
import org.threefold.events.NotAFact;

/** Hears one topic for one service. What it promises stands at {@link Ear}. */
final class BatchEar<E extends Event> implements Consumer<Message<List<byte[]>>> {

  private static final Logger log = LoggerFactory.getLogger(BatchEar.class);

  /**
   * Records of the same key are handled under the same of these locks, by listener and operator
   * alike.
   */
  private static final int LOCKS = 256;

  private final String topic;
  private final Class<E> family;
  private final Ear.Handler<E> handler;
  private final Seen seen;
  private final Parking parking;
  private final LogReader logReader;
  private final MessagingSettings settings;
  private final String service;
  private final Clock clock;
  private final MeterRegistry meters;
  private final ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore free;
  private final ReentrantLock[] locks = new ReentrantLock[LOCKS];

  BatchEar(
      String topic,
      Class<E> family,
      Ear.Handler<E> handler,
      Seen seen,
      Parking parking,
      LogReader logReader,
      MessagingSettings settings,
      String service,
      Clock clock,
      MeterRegistry meters) {
    this.topic = topic;
    this.family = family;
    this.handler = handler;
    this.seen = seen;
    this.parking = parking;
    this.logReader = logReader;
    this.settings = settings;
    this.service = service;
    this.clock = clock;
    this.meters = meters;
    this.free = new Semaphore(settings.lanes());
    for (int i = 0; i < LOCKS; i++) {
      locks[i] = new ReentrantLock();
    }
    meters.gauge("threefold.parked", Tags.of("topic", topic), this, BatchEar::parkedOrZero);
  }

  String topic() {
    return topic;
  }

  Parking parking() {
    return parking;
  }

  private static double parkedOrZero(BatchEar<?> ear) {
    try {
      return ear.parking.size();
    } catch (MongoException away) {
      return Double.NaN;
    }
  }

  @Override
  @SuppressWarnings("unchecked") // The converter of messaging.yml puts the records there.
  public void accept(Message<List<byte[]>> message) {
    Object records = message.getHeaders().get(KafkaHeaders.RAW_DATA);
    if (!(records instanceof List<?> batch)) {
      throw new IllegalStateException(
          "The binding of " + topic + " lacks the settings of messaging.yml");
    }
    hear((List<ConsumerRecord<byte[], byte[]>>) batch);
  }

  /**
   * Handles a batch; when this returns, everything in it is stored, parked or passed over.
   *
   * @throws TryLater if something could not be reached; the whole batch comes again
   */
  void hear(List<ConsumerRecord<byte[], byte[]>> batch) {
    Map<String, List<Heard>> byKey = new LinkedHashMap<>();
    for (ConsumerRecord<byte[], byte[]> one : batch) {
      Heard heard = Heard.of(one);
      byKey.computeIfAbsent(heard.key, _ -> new ArrayList<>()).add(heard);
    }
    Map<String, Long> moved = new ConcurrentHashMap<>();
    try {
      seen.load(streamsOf(byKey));
      Map<String, Parking.Kind> held = parking.held(byKey.keySet());
      runLanes(byKey, held, moved);
    } catch (MongoException away) {
      throw new TryLater("The store cannot be reached", away);
    } finally {
      storeSeen(moved);
    }
  }

  private void storeSeen(Map<String, Long> moved) {
    try {
      seen.store(moved);
    } catch (MongoException away) {
      throw new TryLater("The store cannot be reached", away);
    }
  }

  private static List<String> streamsOf(Map<String, List<Heard>> byKey) {
    return byKey.values().stream()
        .flatMap(List::stream)
        .map(Heard::attributes)
        .filter(attributes -> attributes != null)
        .map(attributes -> attributes.stream().toString())
        .toList();
  }

  private void runLanes(
      Map<String, List<Heard>> byKey, Map<String, Parking.Kind> held, Map<String, Long> moved) {
    List<Future<?>> running = new ArrayList<>();
    byKey.forEach((key, records) -> {
      free.acquireUninterruptibly();
      running.add(
          lanes.submit(() -> {
            try {
              new Lane(key, held.get(key), moved).run(records);
            } finally {
              free.release();
            }
          }));
    });
    RuntimeException first = null;
    for (Future<?> lane : running) {
      try {
        lane.get();
      } catch (ExecutionException failed) {
        RuntimeException thrown =
            failed.getCause() instanceof RuntimeException it
                ? it
                : new IllegalStateException(failed.getCause());
        first = first == null ? thrown : first;
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        throw new TryLater("Interrupted", stop);
      }
    }
    if (first != null) {
      throw first;
    }
  }

  /**
   * Tries again what is parked of a key, in order, until it is empty or fails again.
   *
   * @param giveUpFirst whether the first record is given up instead of tried
   * @return how many records were handled or given up
   */
  int replay(String key, boolean giveUpFirst) {
    Map<String, Long> moved = new ConcurrentHashMap<>();
    try {
      return new Lane(key, Parking.Kind.FAILED, moved).replay(giveUpFirst);
    } finally {
      seen.store(moved);
    }
  }

  private void count(String outcome) {
    meters.counter("threefold.heard", "topic", topic, "outcome", outcome).increment();
  }

  /** One record, with its attributes if it has any. */
  private record Heard(
      ConsumerRecord<byte[], byte[]> raw,
      String key,
      @Nullable Attributes attributes,
      @Nullable NotAFact strange) {

    static Heard of(ConsumerRecord<byte[], byte[]> raw) {
      String key =
          raw.key() == null
              ? "-" + raw.partition() + "-" + raw.offset()
              : new String(raw.key(), StandardCharsets.UTF_8);
      try {
        return new Heard(raw, key, Attributes.fromHeaders(name -> header(raw, name)), null);
      } catch (NotAFact strange) {
        return new Heard(raw, key, null, strange);
      }
    }

    private static @Nullable String header(ConsumerRecord<?, ?> raw, String name) {
      Header header = raw.headers().lastHeader(name);
      return header == null || header.value() == null
          ? null
          : new String(header.value(), StandardCharsets.UTF_8);
    }
  }

  /** The records of one key, one after the other. */
  private final class Lane {

    private final String key;
    private final Map<String, Long> moved;
    private final ReentrantLock lock;
    private Parking.@Nullable Kind held;

    Lane(String key, Parking.@Nullable Kind held, Map<String, Long> moved) {
      this.key = key;
      this.held = held;
      this.moved = moved;
      this.lock = locks[Math.floorMod(key.hashCode(), LOCKS)];
    }

    void run(List<Heard> records) {
      lock.lock();
      try {
        for (Heard one : records) {
          hear(one);
        }
      } catch (MongoException | KafkaException | NotDelivered away) {
        throw new TryLater("Something cannot be reached", away);
      } finally {
        lock.unlock();
      }
    }

    private void hear(Heard one) {
      Attributes attributes = one.attributes;
      if (attributes == null) {
        String why = one.strange == null ? "" : String.valueOf(one.strange.getMessage());
        parking.park(one.raw, key, Parking.Kind.STRANGE, why, one.strange);
        count("strange");
        return;
      }
      String stream = attributes.stream().toString();
      if (attributes.version() <= seen.last(stream)) {
        count("duplicate");
        return;
      }
      if (held == Parking.Kind.FAILED) {
        parking.park(
            one.raw, key, Parking.Kind.BEHIND, "An earlier record of the key failed", null);
        count("behind");
        return;
      }
      if (closesGap(one, attributes, stream)) {
        handleInOrder(one, attributes, stream);
      }
    }

    /**
     * Whether every earlier fact of the stream has been handled now; if not, the record is parked.
     */
    private boolean closesGap(Heard one, Attributes attributes, String stream) {
      if (attributes.version() == seen.last(stream) + 1) {
        return true;
      }
      seen.reload(List.of(stream));
      long last = seen.last(stream);
      if (attributes.version() <= last + 1) {
        return attributes.version() == last + 1;
      }
      SortedMap<Long, ConsumerRecord<byte[], byte[]>> missing =
          logReader.find(one.raw, stream, last + 1, attributes.version() - 1);
      log.warn(
          "Gap in {} on {}: {} came after {}; the log has {} of the missing facts",
          stream,
          topic,
          attributes.version(),
          last,
          missing.size());
      count("gap");
      for (ConsumerRecord<byte[], byte[]> lost : missing.values()) {
        Heard found = Heard.of(lost);
        if (found.attributes != null && found.attributes.version() == seen.last(stream) + 1) {
          handleInOrder(found, found.attributes, stream);
        }
      }
      if (attributes.version() == seen.last(stream) + 1 && held != Parking.Kind.FAILED) {
        return true;
      }
      Parking.Kind kind = held == Parking.Kind.FAILED ? Parking.Kind.BEHIND : Parking.Kind.EARLY;
      parking.park(
          one.raw, key, kind, "Version " + (seen.last(stream) + 1) + " has not come", null);
      held = kind == Parking.Kind.EARLY ? kind : held;
      return false;
    }

    private void handleInOrder(Heard one, Attributes attributes, String stream) {
      if (!handle(one, attributes)) {
        held = Parking.Kind.FAILED;
        return;
      }
      advance(stream, attributes.version());
      if (held == Parking.Kind.EARLY) {
        replayEarly();
      }
    }

    private void advance(String stream, long version) {
      seen.advance(stream, version);
      moved.merge(stream, version, Math::max);
    }

    /** Goes on with what had come too early, as far as there is no gap any more. */
    private void replayEarly() {
      while (true) {
        Optional<ConsumerRecord<byte[], byte[]>> next = parking.first(key);
        if (next.isEmpty()) {
          parking.release(key);
          held = null;
          return;
        }
        Heard one = Heard.of(next.get());
        Attributes attributes = one.attributes;
        if (attributes == null) {
          throw new IllegalStateException("A parked fact has lost its attributes: " + key);
        }
        String stream = attributes.stream().toString();
        if (attributes.version() > seen.last(stream) + 1) {
          return;
        }
        if (attributes.version() == seen.last(stream) + 1) {
          if (!handle(one, attributes)) {
            held = Parking.Kind.FAILED;
            return;
          }
          advance(stream, attributes.version());
          count("healed");
        }
        parking.remove(one.raw);
      }
    }

    int replay(boolean giveUpFirst) {
      lock.lock();
      try {
        int done = 0;
        boolean giveUp = giveUpFirst;
        while (true) {
          Optional<ConsumerRecord<byte[], byte[]>> next = parking.first(key);
          if (next.isEmpty()) {
            parking.release(key);
            return done;
          }
          Heard one = Heard.of(next.get());
          Attributes attributes = one.attributes;
          if (attributes != null) {
            String stream = attributes.stream().toString();
            seen.load(List.of(stream));
            boolean fresh = attributes.version() > seen.last(stream);
            if (fresh && !giveUp && !handle(one, attributes)) {
              return done;
            }
            advance(stream, attributes.version());
          }
          giveUp = false;
          parking.remove(one.raw);
          done++;
        }
      } finally {
        lock.unlock();
      }
    }

    /** Whether the fact is handled or passed over; if not, it is parked. */
    private boolean handle(Heard one, Attributes attributes) {
      Optional<Class<? extends Event>> type = EventTypes.find(attributes.type());
      if (type.isEmpty()) {
        count("unknown");
        return true;
      }
      try {
        E event = decode(type.get(), one.raw.value());
        Cause.Heard cause = new Cause.Heard(attributes, "SYSTEM@" + service, clock.instant());
        tryHandler(event, cause);
        count("handled");
        return true;
      } catch (StoreUnavailable | Busy | Contended | NotDelivered | MongoException away) {
        throw new TryLater("Handling " + attributes.id() + " must wait", away);
      } catch (RuntimeException poison) {
        log.error("{} on {} cannot be handled and is parked", attributes.id(), topic, poison);
        parking.park(
            one.raw, key, Parking.Kind.FAILED, String.valueOf(poison.getMessage()), poison);
        count("parked");
        return false;
      }
    }

    private E decode(Class<? extends Event> type, byte @Nullable [] data) {
      if (!family.isAssignableFrom(type)) {
        throw new IllegalArgumentException(type.getSimpleName() + " does not belong on " + topic);
      }
      if (data == null) {
        throw new IllegalArgumentException("The fact has no data");
      }
      return EventCodec.read(type.asSubclass(family), data);
    }

    private void tryHandler(E event, Cause.Heard cause) {
      for (int attempt = 1; ; attempt++) {
        try {
          handler.handle(event, cause);
          return;
        } catch (StoreUnavailable | Busy | Contended | NotDelivered | MongoException away) {
          throw away;
        } catch (RuntimeException failed) {
          if (attempt >= settings.attempts()) {
            throw failed;
          }
          count("retried");
        }
      }
    }
  }
}

package org.threefold.messaging;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/**
 * Hears one topic for one service: splits batches by key, keeps the order of each key, and returns
 * when all of a batch is done. What it promises stands at {@link Ear}.
 */
final class BatchEar implements Consumer<Message<List<byte[]>>> {

  private static final Logger log = LoggerFactory.getLogger(BatchEar.class);

  /**
   * Records of the same key are handled under the same of these locks, by listener and operator
   * alike.
   */
  private static final int LOCKS = 256;

  private final String topic;
  private final Hearing hearing;
  private final Parking parking;
  private final ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore free;
  private final ReentrantLock[] locks = new ReentrantLock[LOCKS];

  /**
   * An ear for a topic.
   *
   * @param lanes how many keys are handled side by side
   */
  BatchEar(String topic, Hearing hearing, Parking parking, int lanes, MeterRegistry meters) {
    this.topic = topic;
    this.hearing = hearing;
    this.parking = parking;
    this.free = new Semaphore(lanes);
    for (int i = 0; i < LOCKS; i++) {
      locks[i] = new ReentrantLock();
    }
    meters.gauge("threefold.parked", Tags.of("topic", topic), this, BatchEar::parkedOrZero);
  }

  Parking parking() {
    return parking;
  }

  private static double parkedOrZero(BatchEar ear) {
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
    try {
      hear((List<ConsumerRecord<byte[], byte[]>>) batch);
    } catch (TryLater later) {
      log.warn(
          "{} comes again: {}, {}", topic, later.getMessage(), String.valueOf(later.getCause()));
      throw later;
    } catch (RuntimeException unexpected) {
      log.error("{} comes again, and will not be heard before this is mended", topic, unexpected);
      throw unexpected;
    }
  }

  /**
   * Handles a batch; when this returns, everything in it is stored, parked or passed over.
   *
   * @throws TryLater if something could not be reached; the whole batch comes again
   */
  void hear(List<ConsumerRecord<byte[], byte[]>> records) {
    Map<String, List<ConsumerRecord<byte[], byte[]>>> byKey = new LinkedHashMap<>();
    for (ConsumerRecord<byte[], byte[]> raw : records) {
      byKey.computeIfAbsent(Wire.keyOf(raw), _ -> new ArrayList<>()).add(raw);
    }
    try (Hearing.Batch batch = hearing.begin(records)) {
      Map<String, Parking.Kind> held = parking.held(byKey.keySet());
      runLanes(byKey, key -> batch.lane(key, held.get(key)));
    } catch (MongoException away) {
      throw new TryLater("The store cannot be reached", away);
    }
  }

  private void runLanes(
      Map<String, List<ConsumerRecord<byte[], byte[]>>> byKey,
      Function<String, Hearing.Lane> laneOf) {
    List<Future<?>> running = new ArrayList<>();
    byKey.forEach((key, records) -> {
      free.acquireUninterruptibly();
      running.add(
          lanes.submit(() -> {
            try {
              run(key, laneOf.apply(key), records);
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

  private void run(String key, Hearing.Lane lane, List<ConsumerRecord<byte[], byte[]>> records) {
    ReentrantLock lock = lockOf(key);
    lock.lock();
    try {
      lane.hearAll(records);
    } catch (MongoException | KafkaException | NotDelivered away) {
      throw new TryLater("Something cannot be reached", away);
    } finally {
      lock.unlock();
    }
  }

  /** What an operator asks for; see {@link Hearing.Lane#replay}. */
  int replay(String key, boolean giveUpFirst) {
    ReentrantLock lock = lockOf(key);
    lock.lock();
    try (Hearing.Batch batch = hearing.begin(List.of())) {
      return batch.lane(key, Parking.Kind.FAILED).replay(giveUpFirst);
    } finally {
      lock.unlock();
    }
  }

  private ReentrantLock lockOf(String key) {
    return locks[Math.floorMod(key.hashCode(), LOCKS)];
  }
}

package org.threefold.messaging;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Says facts through the Kafka client, which alone tells us what the broker has acknowledged.
 *
 * <p>Idempotent, all replicas, and one request in flight: with more, Kafka 4.2 has lost records on
 * topics just created. After a failure the producer is closed, so that nothing of the failed round
 * can arrive behind our back in another order than it is sent again.
 */
final class KafkaOutlet implements Outlet, AutoCloseable {

  private final Map<String, Object> settings;
  private final TopicNames names;
  private final CircuitBreaker breaker;
  private @Nullable Producer<byte[], byte[]> producer;

  KafkaOutlet(Map<String, Object> common, TopicNames names, CircuitBreaker breaker) {
    this.settings = new HashMap<>(common);
    this.names = names;
    this.breaker = breaker;
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 2);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000L);
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
  }

  @Override
  public void send(List<Outgoing> facts) {
    sendRecords(facts.stream().map(this::toRecord).toList());
  }

  /** The same for records that are no facts of ours: what is parked. */
  synchronized void sendRecords(List<ProducerRecord<byte[], byte[]>> records) {
    try {
      breaker.executeRunnable(() -> sendAll(records));
    } catch (CallNotPermittedException open) {
      throw new NotDelivered("The broker has been failing; trying again shortly", open);
    }
  }

  private void sendAll(List<ProducerRecord<byte[], byte[]>> records) {
    try {
      Producer<byte[], byte[]> current = producer();
      List<Future<RecordMetadata>> acknowledgements = new ArrayList<>(records.size());
      for (ProducerRecord<byte[], byte[]> toSend : records) {
        acknowledgements.add(current.send(toSend));
      }
      current.flush();
      for (Future<RecordMetadata> acknowledgement : acknowledgements) {
        acknowledgement.get();
      }
    } catch (ExecutionException | KafkaException failed) {
      drop();
      throw new NotDelivered("The broker did not acknowledge: " + failed.getMessage(), failed);
    } catch (InterruptedException stop) {
      drop();
      Thread.currentThread().interrupt();
      throw new NotDelivered("Interrupted while waiting for the broker", stop);
    }
  }

  private ProducerRecord<byte[], byte[]> toRecord(Outgoing fact) {
    var toSend =
        new ProducerRecord<>(
            names.of(fact.topic()),
            fact.attributes().stream().id().getBytes(StandardCharsets.UTF_8),
            fact.data());
    fact.attributes()
        .toHeaders()
        .forEach(
            (name, value) -> toSend.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return toSend;
  }

  private Producer<byte[], byte[]> producer() {
    if (producer == null) {
      producer = new KafkaProducer<>(settings);
    }
    return producer;
  }

  private void drop() {
    if (producer != null) {
      producer.close(Duration.ZERO);
      producer = null;
    }
  }

  @Override
  public synchronized void close() {
    if (producer != null) {
      producer.close(Duration.ofSeconds(5));
      producer = null;
    }
  }
}

package org.threefold.bench.namastack;

import io.namastack.outbox.handler.OutboxRecordMetadata;
import io.namastack.outbox.handler.OutboxTypedHandler;
import java.util.concurrent.ExecutionException;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import org.threefold.bench.peers.NeedCollected;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends a record of the outbox and waits for the broker, as the library's own Kafka handler does.
 */
@Component
class Saying implements OutboxTypedHandler<NeedCollected> {

  private final KafkaTemplate<String, byte[]> kafka;
  private final JsonMapper json = JsonMapper.builder().build();
  private final String topic;

  Saying(KafkaTemplate<String, byte[]> kafka, Environment environment) {
    this.kafka = kafka;
    this.topic = environment.getRequiredProperty("bench.topic");
  }

  @Override
  public void handle(NeedCollected fact, OutboxRecordMetadata metadata) {
    try {
      kafka.send(topic, fact.need(), json.writeValueAsBytes(fact)).get();
    } catch (ExecutionException refused) {
      throw new IllegalStateException("The broker did not take it", refused.getCause());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", stop);
    }
  }
}

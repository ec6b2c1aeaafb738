package org.threefold.projects.activity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.threefold.testkit.Eventually.eventually;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.core.env.Environment;
import org.threefold.teststand.Stand;

/** The system of a department: a plain Kafka producer that knows nothing of our code. */
final class DepartmentSystem implements AutoCloseable {

  private static final String TOPIC = "activities";

  private final String name;
  private final KafkaProducer<String, String> producer;
  private final Admin admin;

  DepartmentSystem(Stand stand, String name) {
    this.name = name;
    String brokers =
        stand.bean(Environment.class).getRequiredProperty("spring.kafka.bootstrap-servers");
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", brokers);
    admin = Admin.create(settings);
    settings.put("max.in.flight.requests.per.connection", 1);
    producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
  }

  /** In binary mode: attributes as headers, the data alone as value. */
  void binary(String id, String what, String sourceId, String data) {
    var said = new ProducerRecord<>(TOPIC, name + ":" + sourceId, data);
    Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            id,
            "ce_type",
            "org.threefold.activity." + what + ".v1",
            "ce_source",
            "/" + name,
            "ce_subject",
            sourceId,
            "ce_time",
            "2026-11-23T02:00:00Z",
            "content-type",
            "application/json")
        .forEach((attribute, value) -> said.headers().add(attribute, value.getBytes(UTF_8)));
    send(said);
  }

  /** In structured mode: one document. */
  void structured(String id, String what, String sourceId, String data) {
    var said =
        new ProducerRecord<>(TOPIC, name + ":" + sourceId, document(id, what, sourceId, data));
    said.headers().add("content-type", "application/cloudevents+json".getBytes(UTF_8));
    send(said);
  }

  String document(String id, String what, String sourceId, String data) {
    return """
    {"specversion": "1.0", "id": "%s", "source": "/%s", "subject": "%s",
     "type": "org.threefold.activity.%s.v1", "time": "2026-11-23T02:00:00Z",
     "datacontenttype": "application/json", "data": %s}\
    """
        .formatted(id, name, sourceId, what, data);
  }

  /** Whatever else may come. */
  void junk(String sourceId, String value) {
    send(new ProducerRecord<>(TOPIC, name + ":" + sourceId, value));
  }

  /** Sends, and waits until project management has left it behind. */
  private void send(ProducerRecord<String, String> said) {
    try {
      RecordMetadata at = producer.send(said).get();
      var partition = new TopicPartition(at.topic(), at.partition());
      eventually(
          "project management is past " + partition + " at " + at.offset(),
          () -> {
            var reached =
                admin
                    .listConsumerGroupOffsets("project-management")
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .get(partition);
            return reached != null && reached.offset() > at.offset();
          });
    } catch (ExecutionException refused) {
      throw new AssertionError("The broker took no record", refused);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  @Override
  public void close() {
    producer.close();
    admin.close();
  }
}

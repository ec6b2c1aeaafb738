package org.threefold.stations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.threefold.access.Actor;
import org.threefold.access.testing.TestIssuer;
import org.threefold.events.Attributes;
import org.threefold.events.Event;
import org.threefold.events.EventCodec;
import org.threefold.events.EventTypes;
import org.threefold.events.Stream;
import org.threefold.events.Topic;
import org.threefold.testkit.kafka.LocalKafka;
import org.threefold.testkit.mongo.LocalMongo;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The service as a whole on a real broker and a store in memory, seen only from outside. */
final class Running implements AutoCloseable {

  /** Numbers as they stand on the wire: 87.50 is not 87.5. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final TestIssuer issuer = TestIssuer.start();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Path data;
  private final LocalKafka kafka;
  private final LocalMongo mongo = LocalMongo.inMemory();
  private final KafkaProducer<String, byte[]> others;
  private final Map<Stream, Long> versions = new HashMap<>();
  private final ConfigurableApplicationContext context;

  Running(String... more) throws IOException {
    data = Files.createTempDirectory("kafka");
    kafka = LocalKafka.start(data, 0);
    List<String> arguments = new ArrayList<>(List.of(issuer.arguments()));
    arguments.add("--KAFKA_BOOTSTRAP_SERVERS=" + kafka.bootstrapServers());
    arguments.add("--MONGODB_URI=" + mongo.uri());
    arguments.add("--server.port=0");
    arguments.addAll(List.of(more));
    context =
        new SpringApplicationBuilder(StationRegistryApplication.class)
            .properties("spring.config.name=station-registry")
            .run(arguments.toArray(String[]::new));
    others =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** An answer over HTTP. */
  record Answered(int status, String body) {

    JsonNode json() {
      return JSON.readTree(body);
    }

    String text(String pointer) {
      return json().at(pointer).asString("");
    }
  }

  Answered post(Actor actor, String path, String json) {
    return post(actor, path, json, UUID.randomUUID().toString());
  }

  Answered post(Actor actor, String path, String json, String key) {
    return send(
        to(actor, path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(json)));
  }

  Answered get(Actor actor, String path) {
    return send(to(actor, path));
  }

  private HttpRequest.Builder to(Actor actor, String path) {
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
        .timeout(Duration.ofSeconds(20))
        .header("Authorization", "Bearer " + issuer.token(actor));
  }

  private Answered send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answered(response.statusCode(), response.body());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** Another service says something. */
  void hears(Event event) {
    long version = versions.merge(event.stream(), 1L, Long::sum);
    Topic topic = Topic.of(event);
    Attributes attributes =
        Attributes.of(
            event,
            version,
            topic.publisher(),
            Instant.now(),
            "request/test",
            "HUB_MANAGER@511523",
            null,
            null);
    say(topic, attributes, event);
  }

  private void say(Topic topic, Attributes attributes, Event event) {
    var sent =
        new ProducerRecord<>(topic.topicName(), event.stream().id(), EventCodec.write(event));
    attributes
        .toHeaders()
        .forEach((name, value) -> sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    var acknowledged = others.send(sent);
    others.flush();
    RecordMetadata _ = acknowledged.resultNow();
  }

  /** All that the service has said so far, in order of each stream. */
  List<Event> said(Topic topic) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.topicName()).stream()
              .map(it -> new TopicPartition(it.topic(), it.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long last = consumer.endOffsets(partitions).values().stream().mapToLong(it -> it).sum();
      List<Event> events = new ArrayList<>();
      while (events.size() < last) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          events.add(read(record));
        }
      }
      return events;
    }
  }

  private static Event read(ConsumerRecord<String, byte[]> record) {
    Attributes attributes = Attributes.fromHeaders(name -> header(record, name));
    return EventCodec.read(EventTypes.find(attributes.type()).orElseThrow(), record.value());
  }

  private static @Nullable String header(ConsumerRecord<String, byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    others.close();
    context.close();
    kafka.close();
    mongo.close();
    issuer.close();
  }
}

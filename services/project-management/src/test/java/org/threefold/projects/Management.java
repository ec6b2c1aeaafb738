package org.threefold.projects;

import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.threefold.access.Actor;
import org.threefold.access.Role;
import org.threefold.access.testing.TestIssuer;
import org.threefold.events.Attributes;
import org.threefold.events.DeptCode;
import org.threefold.events.DivisionCode;
import org.threefold.events.Event;
import org.threefold.events.EventCodec;
import org.threefold.events.StationId;
import org.threefold.events.Topic;
import org.threefold.messaging.Outlet;
import org.threefold.testkit.TestClock;
import org.threefold.testkit.kafka.LocalKafka;
import org.threefold.testkit.mongo.LocalMongo;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on a real broker and a store, spoken to over HTTP and by records on topics. */
final class Management implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  final TestClock clock = TestClock.at("2026-11-23T04:00:00Z");
  private final TestIssuer issuer = TestIssuer.start();
  private final LocalMongo mongo = LocalMongo.inMemory();
  private final LocalKafka kafka;
  private final ConfigurableApplicationContext context;
  private final Map<String, Long> versions = new ConcurrentHashMap<>();

  private Management(Path data) {
    kafka = LocalKafka.start(data, 0);
    Map<String, Object> settings = new HashMap<>(issuer.properties());
    settings.put("spring.mongodb.uri", mongo.uri());
    settings.put("spring.kafka.bootstrap-servers", kafka.bootstrapServers());
    settings.put("logging.level.kafka", "off");
    settings.put("logging.level.root", "warn");
    settings.put("server.port", "0");
    context =
        new SpringApplicationBuilder(ProjectManagementApplication.class)
            .initializers(
                it -> ((GenericApplicationContext) it).registerBean(Clock.class, () -> clock))
            .properties("spring.config.name=project-management")
            .run(
                settings.entrySet().stream()
                    .map(it -> "--" + it.getKey() + "=" + it.getValue())
                    .toArray(String[]::new));
  }

  static Management start(Path data) {
    return new Management(data);
  }

  /** An answer, with its JSON. */
  record Answer(int status, JsonNode json, Map<String, List<String>> headers) {

    String text(String pointer) {
      return json.at(pointer).asString("");
    }
  }

  /** A token of somebody with one role. */
  String token(
      Role role,
      String area,
      @Nullable String unit,
      @Nullable String dept,
      @Nullable String agency) {
    return issuer.token(
        new Actor(
            role + "@" + area + dept + agency,
            Set.of(role),
            new DivisionCode(area),
            unit == null ? null : new StationId(unit),
            dept == null ? null : new DeptCode(dept),
            agency));
  }

  Answer post(@Nullable String token, String path, String key, String body) {
    HttpRequest.Builder request =
        to(token, path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body));
    return send(request);
  }

  Answer get(@Nullable String token, String path) {
    return send(to(token, path).GET());
  }

  private HttpRequest.Builder to(@Nullable String token, String path) {
    int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .timeout(Duration.ofSeconds(20))
            .header("Accept-Language", "en");
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      String body = response.body();
      return new Answer(
          response.statusCode(),
          JSON.readTree(body.isBlank() ? "{}" : body),
          response.headers().map());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** Another service says a fact, the next of its stream. */
  void heard(Event event) {
    say(event, versions.merge(event.stream().toString(), 1L, Long::sum));
  }

  /** The last fact of a stream comes once more. */
  void heardAgain(Event event) {
    say(event, versions.getOrDefault(event.stream().toString(), 1L));
  }

  private void say(Event event, long version) {
    Topic topic = Topic.of(event);
    Attributes attributes =
        Attributes.of(
            event,
            version,
            topic.publisher(),
            clock.instant(),
            "request/test",
            "CAB@511523",
            null,
            null);
    context
        .getBean(Outlet.class)
        .send(List.of(new Outlet.Outgoing(topic, attributes, EventCodec.write(event))));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> seen(topic.topicName() + "|" + event.stream()) >= version);
  }

  /**
   * How far the service has handled a stream; so what is said here has taken effect when the next
   * line runs.
   */
  private long seen(String stream) {
    Document seen =
        context
            .getBean(MongoDatabase.class)
            .getCollection("seen")
            .find(new Document("_id", stream))
            .first();
    return seen == null ? 0 : seen.getLong("v");
  }

  /** One record of the topic projects. */
  record Said(String key, String id, String type, JsonNode data, String actor) {}

  /** All that project management has said so far. */
  List<Said> said() {
    List<Said> all = new ArrayList<>();
    Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor("projects").stream()
              .map(it -> new TopicPartition(it.topic(), it.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(it -> consumer.position(it.getKey()) < it.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(it -> all.add(said(it)));
      }
    }
    return Collections.unmodifiableList(all);
  }

  private static Said said(ConsumerRecord<byte[], byte[]> it) {
    return new Said(
        new String(it.key(), StandardCharsets.UTF_8),
        header(it, "ce_id"),
        header(it, "ce_type"),
        JSON.readTree(it.value()),
        header(it, "ce_actor"));
  }

  private static String header(ConsumerRecord<byte[], byte[]> it, String name) {
    Header header = it.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    context.close();
    kafka.close();
    mongo.close();
    issuer.close();
  }
}

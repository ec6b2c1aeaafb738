package org.threefold.oversight.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.threefold.access.Role;
import org.threefold.access.testing.TestIssuer;
import org.threefold.events.Event;
import org.threefold.events.EventCodec;
import org.threefold.events.Fact;
import org.threefold.events.Topic;
import org.threefold.oversight.CountyOversightApplication;
import org.threefold.testkit.kafka.LocalKafka;
import org.threefold.testkit.mongo.LocalMongo;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The service on a real broker and a store of its own, with a client and somebody who says facts.
 */
public final class Oversight implements AutoCloseable {

  public static final String COUNTY = "511523";
  public static final String TOWN = "511523100";
  public static final String OTHER_TOWN = "511523101";
  public static final String ROOM = "511523100001";

  /** Small, so that falling out of it is quick. */
  public static final int WINDOW = 512;

  public static final TestIssuer ISSUER = TestIssuer.start();

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final LocalMongo MONGO = LocalMongo.inMemory();
  private static final LocalKafka KAFKA = kafka();
  private static final KafkaProducer<String, byte[]> PRODUCER = producer();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Map<String, Oversight> SHARED = new HashMap<>();

  private final ConfigurableApplicationContext context;

  private Oversight(String database) {
    Map<String, Object> settings = new HashMap<>(ISSUER.properties());
    settings.put("server.port", 0);
    settings.put("spring.mongodb.uri", MONGO.uri());
    settings.put("spring.mongodb.database", database);
    settings.put("spring.kafka.bootstrap-servers", KAFKA.bootstrapServers());
    settings.put("threefold.messaging.topic-prefix", database + ".");
    settings.put("oversight.stream.window", WINDOW);
    settings.put("oversight.stream.heartbeat", "1s");
    settings.put("oversight.stream.readers-of-one", 6);
    for (Topic topic : Topic.values()) {
      settings.put(
          "spring.cloud.stream.bindings." + topic.topicName() + "-in-0.destination",
          database + "." + topic.topicName());
    }
    context =
        new SpringApplicationBuilder(CountyOversightApplication.class)
            .properties("spring.config.name=county-oversight")
            .run(
                settings.entrySet().stream()
                    .map(it -> "--" + it.getKey() + "=" + it.getValue())
                    .toArray(String[]::new));
  }

  /** A service for all tests of this JVM that do not stop it. */
  public static synchronized Oversight shared() {
    return SHARED.computeIfAbsent("shared", Oversight::new);
  }

  /** A service of one's own, on the data of this name. */
  public static Oversight start(String database) {
    return new Oversight(database);
  }

  private static LocalKafka kafka() {
    try {
      return LocalKafka.start(Files.createTempDirectory("oversight-kafka"), 0);
    } catch (IOException noDirectory) {
      throw new UncheckedIOException(noDirectory);
    }
  }

  private static KafkaProducer<String, byte[]> producer() {
    return new KafkaProducer<>(
        Map.of(
            "bootstrap.servers",
            KAFKA.bootstrapServers(),
            "max.in.flight.requests.per.connection",
            1),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public int port() {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  /** Says facts on the real topics, and returns when the broker has them. */
  public void say(List<Fact<Event>> facts) {
    String prefix =
        context.getEnvironment().getRequiredProperty("threefold.messaging.topic-prefix");
    List<Future<?>> sent = new ArrayList<>();
    for (Fact<Event> fact : facts) {
      var message =
          new ProducerRecord<>(
              prefix + Topic.of(fact.event()).topicName(),
              fact.stream().id(),
              EventCodec.write(fact.event()));
      fact.attributes()
          .toHeaders()
          .forEach(
              (name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
      sent.add(PRODUCER.send(message));
    }
    try {
      for (Future<?> one : sent) {
        one.get();
      }
    } catch (ExecutionException | InterruptedException failed) {
      throw new IllegalStateException("The broker did not take a fact", failed);
    }
  }

  /** An answer. */
  public record Answer(int status, String body) {

    public JsonNode json() {
      return JSON.readTree(body);
    }
  }

  public Answer get(Role role, String area, String path) {
    return send(request(path).header("Authorization", "Bearer " + ISSUER.token(role, area)));
  }

  public Answer send(HttpRequest.Builder request) {
    HttpResponse<String> response = response(request);
    return new Answer(response.statusCode(), response.body());
  }

  public HttpResponse<String> response(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
        .timeout(Duration.ofSeconds(20));
  }

  @Override
  public void close() {
    context.close();
  }
}

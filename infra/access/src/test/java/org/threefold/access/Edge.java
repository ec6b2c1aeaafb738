package org.threefold.access;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.threefold.events.DivisionCode;
import org.threefold.events.StationId;
import org.threefold.testkit.issuer.TestIssuer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The application of {@link EdgeApplication} on a free port, and a client of it. */
final class Edge {

  static final TestIssuer ISSUER = TestIssuer.start();

  static final Actor WORKER =
      new Actor(
          "alice",
          Set.of(Role.RM_WORKER),
          new DivisionCode("511523100001"),
          new StationId("RM-511523100001"),
          null,
          null);

  static final String GOOD =
      """
      {"need":"N-511523100001-20261123-0001","title":"轮椅","hours":3,"urgent":true,
       "channel":"WALK_IN","words":["a"]}\
      """;

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final JsonMapper JSON = new JsonMapper();
  private static final ConfigurableApplicationContext CONTEXT = started(ISSUER.properties());

  private Edge() {}

  /** Another context of the same application. */
  static ConfigurableApplicationContext started(Map<String, Object> settings) {
    return new SpringApplicationBuilder(EdgeApplication.class)
        .properties(Map.of("spring.config.name", "edge"))
        .properties(settings)
        .run();
  }

  /** An answer, its JSON parsed if it is any. */
  record Answered(int status, HttpHeaders headers, String body) {

    JsonNode json() {
      return JSON.readTree(body);
    }

    String text(String pointer) {
      return json().at(pointer).asString("");
    }

    String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  static HttpRequest.Builder to(String path) {
    return to(CONTEXT, path);
  }

  static HttpRequest.Builder to(ConfigurableApplicationContext context, String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port(context) + path))
        .timeout(Duration.ofSeconds(20));
  }

  static String token(Actor actor) {
    return ISSUER.token(actor.subject(), actor.claims());
  }

  static HttpRequest.Builder as(Role role, String path) {
    return as(new Actor(role.name(), Set.of(role), WORKER.area(), null, null, null), path);
  }

  static HttpRequest.Builder as(Actor actor, String path) {
    return to(path).header("Authorization", "Bearer " + token(actor));
  }

  static HttpRequest.Builder asWorker(String path) {
    return as(WORKER, path);
  }

  static HttpRequest.Builder command(String path, String json) {
    return asWorker(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(json));
  }

  /** The same body, but without a length in front. */
  static HttpRequest.Builder chunked(String path, byte[] body) {
    return asWorker(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
  }

  static Answered make(String json) {
    return send(command("/api/v1/things", json));
  }

  static Answered send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answered(response.statusCode(), response.headers(), response.body());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** What comes back for bytes that no HTTP client would send. */
  static String raw(String bytes) {
    try (var socket = new Socket("localhost", port(CONTEXT))) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The status and body of an answer that came as bytes; no headers. */
  static Answered parsed(String bytes) {
    int status = Integer.parseInt(bytes.substring(9, 12));
    String body = bytes.substring(bytes.indexOf("\r\n\r\n") + 4);
    return new Answered(status, HttpHeaders.of(Map.of(), (_, _) -> true), body);
  }

  private static int port(ConfigurableApplicationContext context) {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }
}

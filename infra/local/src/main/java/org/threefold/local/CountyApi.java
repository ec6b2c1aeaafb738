package org.threefold.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.threefold.local.CountySettings.Part;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Talks to a running county over HTTP, as any of its personas: what a script would do with curl.
 */
public final class CountyApi {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A token is asked for again so long before it runs out. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  private static final JsonMapper JSON = new JsonMapper();

  /**
   * What the county answered.
   *
   * @param status the HTTP status
   * @param body the JSON, or a missing node if there is none
   * @param etag the version, if there is one
   */
  public record Answer(int status, JsonNode body, @Nullable String etag) {

    /** Whether the request was done. */
    public boolean ok() {
      return status / 100 == 2;
    }
  }

  private record Token(String value, Instant until) {}

  private final CountySettings settings;
  private final String secret;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final Map<String, Token> tokens = new ConcurrentHashMap<>();

  /** A client of the county at these addresses. */
  public CountyApi(CountySettings settings, String secret) {
    this.settings = settings;
    this.secret = secret;
  }

  /** Reads something. */
  public Answer get(String persona, Part part, String path) {
    return send(authorised(persona, part, path).GET());
  }

  /** Reads something as nobody. */
  public Answer withoutToken(Part part, String path) {
    return send(
        HttpRequest.newBuilder(URI.create(settings.url(part) + path)).timeout(PATIENCE).GET());
  }

  /**
   * Sends a command.
   *
   * @param key the Idempotency-Key, or null to send none
   * @param body anything that becomes a JSON object
   */
  public Answer post(String persona, Part part, String path, @Nullable String key, Object body) {
    HttpRequest.Builder request =
        authorised(persona, part, path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return send(request);
  }

  /** The county's time. */
  public Instant now() {
    Answer answer = send(clock("").GET());
    return Instant.parse(answer.body.path("now").asString());
  }

  /** Moves the county's time on. */
  public void advance(Duration by) {
    Answer answer =
        send(
            clock("/advance")
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(JSON.writeValueAsString(Map.of("by", by.toString())))));
    if (!answer.ok()) {
      throw new IllegalStateException("The clock was not moved: " + answer);
    }
  }

  private HttpRequest.Builder clock(String path) {
    return HttpRequest.newBuilder(URI.create(settings.url(Part.ISSUER) + "/county/clock" + path))
        .timeout(PATIENCE)
        .header("Authorization", basic("auditor"));
  }

  private HttpRequest.Builder authorised(String persona, Part part, String path) {
    return HttpRequest.newBuilder(URI.create(settings.url(part) + path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + token(persona))
        .header("Accept-Language", "en");
  }

  /** A token of the persona, kept until shortly before it runs out. */
  public String token(String persona) {
    Token known = tokens.get(persona);
    if (known != null && Instant.now().isBefore(known.until)) {
      return known.value;
    }
    Answer answer =
        send(
            HttpRequest.newBuilder(URI.create(settings.url(Part.ISSUER) + "/oauth2/token"))
                .timeout(PATIENCE)
                .header("Authorization", basic(persona))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
    if (!answer.ok()) {
      throw new IllegalStateException("No token for " + persona + ": " + answer);
    }
    Token fresh =
        new Token(
            answer.body.path("access_token").asString(),
            Instant.now().plusSeconds(answer.body.path("expires_in").asLong()).minus(MARGIN));
    tokens.put(persona, fresh);
    return fresh.value;
  }

  private String basic(String persona) {
    byte[] pair = (persona + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  private Answer send(HttpRequest.Builder request) {
    HttpRequest built = request.build();
    try {
      HttpResponse<String> response = http.send(built, BodyHandlers.ofString());
      String body = response.body();
      return new Answer(
          response.statusCode(),
          body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body),
          response.headers().firstValue("ETag").orElse(null));
    } catch (IOException away) {
      throw new IllegalStateException(built.uri() + " does not answer: " + away.getMessage(), away);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for " + built.uri(), stop);
    }
  }
}

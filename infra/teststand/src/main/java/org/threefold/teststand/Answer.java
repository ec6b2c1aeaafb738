package org.threefold.teststand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** What came back over HTTP. */
public record Answer(int status, HttpHeaders headers, String body) {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** The answer to a request. */
  static Answer to(HttpRequest request) {
    try {
      HttpResponse<String> response =
          CLIENT.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** The body as JSON; a missing node when there is none. */
  public JsonNode json() {
    return Json.read(body);
  }

  /** The text at this pointer into the body, {@code /errors/0/detail}; empty when there is none. */
  public String text(String pointer) {
    return json().at(pointer).asString("");
  }

  /** The first value of a header, or empty. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }
}

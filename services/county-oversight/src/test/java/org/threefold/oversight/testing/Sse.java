package org.threefold.oversight.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A reader of server-sent events over a real connection. */
public final class Sse implements AutoCloseable {

  /** One event as it came; a heartbeat has an id and no name. */
  public record Event(@Nullable String id, String name, String data) {}

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final HttpHeaders headers;
  private final InputStream body;
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private volatile boolean ended;

  private Sse(HttpHeaders headers, InputStream body) {
    this.headers = headers;
    this.body = body;
    Thread.ofVirtual().start(this::read);
  }

  /** Listens; fails if the answer is not a stream. */
  public static Sse open(HttpRequest.Builder request) {
    try {
      HttpResponse<InputStream> response =
          CLIENT.send(request.build(), BodyHandlers.ofInputStream());
      if (response.statusCode() != 200) {
        throw new AssertionError("Answered " + response.statusCode());
      }
      return new Sse(response.headers(), response.body());
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private void read() {
    try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      String id = null;
      String name = "";
      String data = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty()) {
          events.add(new Event(id, name, data));
          name = "";
          data = "";
        } else if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("event: ")) {
          name = line.substring(7);
        } else if (line.startsWith("data: ")) {
          data = line.substring(6);
        }
      }
    } catch (IOException closed) {
      // Either side hung up.
    }
    ended = true;
  }

  /** What came before the first event. */
  public HttpHeaders headers() {
    return headers;
  }

  /** Everything that came so far, heartbeats too. */
  public List<Event> events() {
    return events;
  }

  /** The facts that came so far. */
  public List<Event> facts() {
    return events.stream().filter(it -> it.name().contains(".v")).toList();
  }

  public boolean ended() {
    return ended;
  }

  @Override
  public void close() {
    try {
      body.close();
    } catch (IOException alreadyClosed) {
      ended = true;
    }
  }
}

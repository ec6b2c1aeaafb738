package org.threefold.oversight.live;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.threefold.access.Actor;
import org.threefold.access.May;
import org.threefold.access.problems.Problem;
import org.threefold.access.rights.RightsTable;

/** All facts of the reader's area as they are folded, as server-sent events. */
@RestController
class StreamHttp {

  private static final MediaType EVENTS =
      new MediaType(MediaType.TEXT_EVENT_STREAM, StandardCharsets.UTF_8);

  private final Readers readers;
  private final Window window;
  private final StreamSettings settings;
  private final RightsTable rights;
  private final InstantSource worldTime;

  StreamHttp(
      Readers readers,
      Window window,
      StreamSettings settings,
      RightsTable rights,
      InstantSource worldTime) {
    this.readers = readers;
    this.window = window;
    this.settings = settings;
    this.rights = rights;
    this.worldTime = worldTime;
  }

  /**
   * Tells from now on, or from where the reader left off.
   *
   * @param header the id of the last event that was seen; wins over the parameter
   * @param recent without such an id: so many of the last facts come first
   */
  @GetMapping("/api/v1/stream")
  @May("stream.read")
  StreamingResponseBody stream(
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String header,
      @RequestParam(name = "lastEventId", required = false) @Nullable String parameter,
      @RequestParam(defaultValue = "0") @Min(0) @Max(200) int recent,
      Actor actor,
      HttpServletResponse response)
      throws IOException {
    Instant until = expiry();
    var sight = new Sight(actor.area(), rights.allows(actor, "fund.read"));
    Reader.Start start = start(header != null ? header : parameter, recent, sight);
    var reader = new Reader(actor.subject(), sight, until, window, settings, worldTime);
    readers.admit(actor.subject());
    try {
      sendHeaders(response);
    } catch (IOException gone) {
      readers.leave(actor.subject());
      throw gone;
    }
    // Not the stream that Spring offers here: since Framework 7 its flush() does nothing.
    return _ -> readers.serve(reader, start, response.getOutputStream());
  }

  /**
   * By the thread of the request and not by the reader's: both would write Security's headers at
   * the same time, which breaks the connection.
   */
  private static void sendHeaders(HttpServletResponse response) throws IOException {
    response.setContentType(EVENTS.toString());
    response.setHeader("Cache-Control", CacheControl.noStore().getHeaderValue());
    response.setHeader("X-Accel-Buffering", "no");
    response.flushBuffer();
  }

  private Reader.Start start(@Nullable String lastSeen, int recent, Sight sight) {
    if (lastSeen == null || lastSeen.isEmpty()) {
      return new Reader.Start(window.positionOfLast(recent, sight::sees), false);
    }
    long position = window.positionAfter(parsed(lastSeen));
    return position < 0 ? new Reader.Start(window.end(), true) : new Reader.Start(position, false);
  }

  private static long parsed(String id) {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException malformed) {
      throw Problem.of("API-013", "Last-Event-ID").thrown();
    }
  }

  /** The gate forgives a little skew; a stream does not, for it would close at once. */
  private Instant expiry() {
    Instant until =
        SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken it
            ? it.getToken().getExpiresAt()
            : null;
    if (until == null || !worldTime.instant().isBefore(until)) {
      throw Problem.of("API-008").with("WWW-Authenticate", "Bearer").thrown();
    }
    return until;
  }
}

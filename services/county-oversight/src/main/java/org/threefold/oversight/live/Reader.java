package org.threefold.oversight.live;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * One reader of the stream, on a thread of their own, from the greeting until one side ends it.
 *
 * @param until when the reader's token expires, by the clock of the world and not of the county
 */
record Reader(
    String subject,
    Sight sight,
    Instant until,
    Window window,
    StreamSettings settings,
    InstantSource time) {

  /** Why a stream ends. */
  enum End {
    /** The token has expired; a new one may go on where this one stopped. */
    EXPIRED,
    /** The reader fell out of the window; coming back, they are told to begin anew. */
    SLOW,
    /** The service stops. */
    CLOSING,
    /** The reader has gone. */
    GONE
  }

  /**
   * Where a reader begins.
   *
   * @param reset whether they missed facts that are no longer kept, and must read everything anew
   */
  record Start(long position, boolean reset) {}

  /** Tells everything from the start on; returns why it ended. */
  End serve(Start start, OutputStream out, Liveliness service) {
    try {
      greet(start, out);
      End end = tell(start.position(), out, service);
      say(out, "event: bye\ndata: {\"reason\":\"" + end + "\"}\n\n");
      return end;
    } catch (IOException gone) {
      return End.GONE;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return End.CLOSING;
    }
  }

  /** Whether the service still tells. */
  @FunctionalInterface
  interface Liveliness {
    boolean lives();
  }

  private void greet(Start start, OutputStream out) throws IOException {
    String event = start.reset() ? "reset" : "hello";
    say(
        out,
        "retry: %d\nid: %d\nevent: %s\ndata: {\"until\":\"%s\"}\n\n"
            .formatted(
                settings.retry().toMillis(), window.idBefore(start.position()), event, until));
  }

  private End tell(long from, OutputStream out, Liveliness service)
      throws IOException, InterruptedException {
    long position = from;
    Instant spoke = time.instant();
    while (service.lives()) {
      Instant now = time.instant();
      if (!now.isBefore(until)) {
        return End.EXPIRED;
      }
      Instant beat = spoke.plus(settings.heartbeat());
      if (!now.isBefore(beat)) {
        // With the id, so that who sees little still comes back to a place that is kept.
        say(out, ": all is well\nid: " + window.idBefore(position) + "\n\n");
        spoke = now;
        continue;
      }
      Window.Slice slice =
          window.next(position, Duration.between(now, beat.isBefore(until) ? beat : until));
      if (slice.lost()) {
        return End.SLOW;
      }
      position = slice.next();
      if (write(slice, out)) {
        spoke = time.instant();
      }
    }
    return End.CLOSING;
  }

  private boolean write(Window.Slice slice, OutputStream out) throws IOException {
    boolean wrote = false;
    for (Told told : slice.facts()) {
      if (sight.sees(told)) {
        out.write(told.frame());
        wrote = true;
      }
    }
    if (wrote) {
      out.flush();
    }
    return wrote;
  }

  private static void say(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}

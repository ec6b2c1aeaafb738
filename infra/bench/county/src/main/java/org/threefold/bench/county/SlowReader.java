package org.threefold.bench.county;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.threefold.bench.protocol.Due;

/**
 * A reader who asks for as much of the past as is kept, and then reads nothing of it. The county
 * must not wait for them.
 */
final class SlowReader implements AutoCloseable {

  /** The county cuts off after 20 s in which nothing could be written. */
  private static final Duration CUT_AFTER = Duration.ofSeconds(25);

  private static final int TINY_BUFFER = 4096;
  private static final long FURTHEST = 1L << 28;
  private static final long CLOSE_ENOUGH = 1024;

  /** So much the system takes for a connection on loopback before anybody has to wait. */
  private static final long BUFFERS = 3_000_000;

  private static final Duration DRAIN = Duration.ofSeconds(10);

  private final Listener listener;
  private final long began = System.nanoTime();

  private SlowReader(Listener listener) {
    this.listener = listener;
  }

  /** Begins as far back as the county still keeps. */
  static SlowReader open(int port, String token, long lastId) throws IOException {
    long kept = 0;
    long gone = FURTHEST;
    while (gone - kept > CLOSE_ENOUGH) {
      long middle = (kept + gone) / 2;
      try (Listener probe = begin(port, token, lastId - middle)) {
        if (probe.greeting().equals("hello")) {
          kept = middle;
        } else {
          gone = middle;
        }
      }
    }
    return new SlowReader(begin(port, token, lastId - kept));
  }

  private static Listener begin(int port, String token, long from) throws IOException {
    return new Listener(port, token, Long.toString(from), TINY_BUFFER, 1, false);
  }

  /** Waits as long as the county may wait, then reads what is left and answers whether it ended. */
  String fate() throws InterruptedException {
    long _ = Due.await(began + CUT_AFTER.toNanos());
    CompletableFuture<String> end = CompletableFuture.supplyAsync(listener::listen);
    try {
      String why = end.get(DRAIN.toSeconds(), TimeUnit.SECONDS);
      return "cut off after %d bytes: %s".formatted(listener.bytes(), why);
    } catch (TimeoutException goesOn) {
      return listener.bytes() < BUFFERS
          ? "not tried: all that is kept fits into the system's buffers"
          : "NOT cut off";
    } catch (ExecutionException failed) {
      throw new IllegalStateException("The slow reader has failed", failed.getCause());
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}

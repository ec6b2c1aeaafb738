package org.threefold.bench.county;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A reader who asks for as much of the past as is kept, and then reads nothing of it. The county
 * must not wait for them.
 */
final class SlowReader implements AutoCloseable {

  /** The county cuts off after 20 s in which nothing could be written. */
  private static final Duration CUT_AFTER = Duration.ofSeconds(25);

  private static final int TINY_BUFFER = 4096;
  private static final long FURTHEST = 1L << 24;
  private static final Duration DRAIN = Duration.ofSeconds(10);

  private final Listener listener;
  private final long began = System.nanoTime();

  private SlowReader(Listener listener) {
    this.listener = listener;
  }

  /** Begins as far back as the county still keeps. */
  static SlowReader open(int port, String token, long lastId) throws IOException {
    for (long back = FURTHEST; ; back /= 2) {
      Listener listener =
          new Listener(port, token, Long.toString(lastId - back), TINY_BUFFER, 1, false);
      if (listener.greeting().equals("hello") || back == 0) {
        return new SlowReader(listener);
      }
      listener.close();
    }
  }

  /** Waits as long as the county may wait, then reads what is left and answers whether it ended. */
  String fate() throws InterruptedException {
    Loads.waitFor(began + CUT_AFTER.toNanos());
    CompletableFuture<String> end = CompletableFuture.supplyAsync(listener::listen);
    try {
      return "cut off: " + end.get(DRAIN.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException goesOn) {
      return "NOT cut off";
    } catch (ExecutionException failed) {
      throw new IllegalStateException("The slow reader has failed", failed.getCause());
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}

package org.threefold.bench.county;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.threefold.bench.protocol.Latencies;

/** Many readers of the stream at once, each on a virtual thread. */
final class Audience implements AutoCloseable {

  /** So many may be on their way in at the same time. */
  private static final int DOOR = 50;

  private static final Duration ENTRY = Duration.ofMinutes(2);

  private final ConcurrentLinkedQueue<Listener> open = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> refused = new ConcurrentLinkedQueue<>();
  private final Listener witness;

  /**
   * Opens all streams, and returns when each reader was greeted.
   *
   * @param most so many needs are noted by each reader
   */
  Audience(int port, String token, int readers, int most) throws IOException, InterruptedException {
    witness = new Listener(port, token, "", 0, most, true);
    open.add(witness);
    Thread.ofVirtual().start(witness::listen);
    var inside = new CountDownLatch(readers - 1);
    var door = new Semaphore(DOOR);
    for (int i = 1; i < readers; i++) {
      door.acquire();
      Thread.ofVirtual()
          .start(() -> {
            Listener reader = enter(port, token, most);
            door.release();
            inside.countDown();
            if (reader != null) {
              reader.listen();
            }
          });
    }
    if (!inside.await(ENTRY.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException(inside.getCount() + " readers are still at the door");
    }
  }

  private @Nullable Listener enter(int port, String token, int most) {
    try {
      Listener reader = new Listener(port, token, "", 0, most, false);
      open.add(reader);
      return reader;
    } catch (IOException closed) {
      refused.add(String.valueOf(closed.getMessage()));
      return null;
    }
  }

  /** Why readers were not let in, one line each. */
  List<String> refused() {
    return new ArrayList<>(refused);
  }

  /** Waits until everybody has seen so much, or so long. */
  void await(int facts, Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (open.stream().anyMatch(reader -> reader.seen() < facts)
        && System.nanoTime() - deadline < 0) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** How many have seen just these facts, all of them in the same order. */
  long complete(int facts) {
    return open.stream()
        .filter(reader -> reader.seen() == facts && reader.sawTheSameAs(witness))
        .count();
  }

  /**
   * From the moment a call was due to the moment a reader saw its fact, over all readers.
   *
   * @param due by need
   */
  Latencies latencies(Map<String, Long> due) {
    var latencies = new Latencies();
    for (int slot = 0; slot < witness.seen(); slot++) {
      Long began = due.get(String.valueOf(witness.need(slot)));
      if (began != null) {
        for (Listener reader : open) {
          if (slot < reader.seen()) {
            latencies.add((reader.seenAt(slot) - began) / 1000);
          }
        }
      }
    }
    return latencies;
  }

  /** The id of the last event that was told. */
  long lastId() {
    return witness.id();
  }

  @Override
  public void close() throws IOException {
    for (Listener reader : open) {
      reader.close();
    }
  }
}

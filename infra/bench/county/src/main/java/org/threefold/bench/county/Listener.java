package org.threefold.bench.county;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** One reader of the county's live stream, who notes when each collected need was seen. */
final class Listener implements AutoCloseable {

  private static final int BUFFER = 1024;
  private static final int TIMEOUT_MILLIS = 60_000;
  private static final String COLLECTED = "need.collected.v1";
  private static final String FLOW = "\"flow\":\"";

  private final Socket socket = new Socket();
  private final InputStream in;
  private final byte[] line = new byte[8 * BUFFER];
  private final String greeting;

  /** What was left of the chunk that is being read. */
  private int chunk;

  private long id;
  private final long[] ids;
  private final long[] at;
  private final @Nullable String @Nullable [] needs;
  private volatile int seen;
  private final LongAdder bytes = new LongAdder();

  /**
   * Connects, and waits for the greeting.
   *
   * @param from the id of the last event seen, or empty to begin now
   * @param receiveBuffer bytes the system may hold for a reader who does not read, or 0 for its own
   * @param most so many needs are noted
   * @param names whether to note which needs they were
   */
  Listener(int port, String token, String from, int receiveBuffer, int most, boolean names)
      throws IOException {
    if (receiveBuffer > 0) {
      socket.setReceiveBufferSize(receiveBuffer);
    }
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.connect(new InetSocketAddress("localhost", port), TIMEOUT_MILLIS);
    in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    ids = new long[most];
    at = new long[most];
    needs = names ? new String[most] : null;
    String resume = from.isEmpty() ? "" : "Last-Event-ID: " + from + "\r\n";
    socket
        .getOutputStream()
        .write(
            ("GET /api/v1/stream HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
                    + resume
                    + "Authorization: Bearer "
                    + token
                    + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    String status = rawLine();
    if (!status.contains(" 200")) {
      throw new IOException("The stream answers " + status);
    }
    while (!rawLine().isEmpty()) {
      // Headers.
    }
    greeting = greet();
  }

  private String greet() throws IOException {
    while (true) {
      String next = line();
      if (next.startsWith("id: ")) {
        id = Long.parseLong(next.substring(4));
      } else if (next.startsWith("event: ")) {
        return next.substring(7);
      }
    }
  }

  /** The first event: {@code hello}, or {@code reset} if too much was missed. */
  String greeting() {
    return greeting;
  }

  /** The id of the last event. */
  long id() {
    return id;
  }

  /** Reads until the connection ends; answers why it did. */
  String listen() {
    try {
      boolean collected = false;
      while (true) {
        String next = line();
        if (next.startsWith("id: ")) {
          id = Long.parseLong(next.substring(4));
        } else if (next.startsWith("event: ")) {
          collected = next.endsWith(COLLECTED);
          if (next.endsWith("bye")) {
            return "bye";
          }
        } else if (collected && next.startsWith("data: ")) {
          note(next);
          collected = false;
        }
      }
    } catch (IOException gone) {
      return String.valueOf(gone.getMessage());
    }
  }

  private void note(String data) {
    int slot = seen;
    if (slot == at.length) {
      return;
    }
    at[slot] = System.nanoTime();
    ids[slot] = id;
    if (needs != null) {
      int begin = data.indexOf(FLOW) + FLOW.length();
      needs[slot] = data.substring(begin, data.indexOf('"', begin));
    }
    seen = slot + 1;
  }

  /** How much was read. */
  long bytes() {
    return bytes.sum();
  }

  /** How many collected needs were seen. */
  int seen() {
    return seen;
  }

  /** When the need of this slot was seen, in nanoseconds of this JVM. */
  long seenAt(int slot) {
    return at[slot];
  }

  /** Which need was seen there, if names are noted. */
  @Nullable String need(int slot) {
    return needs == null ? null : needs[slot];
  }

  /** Whether both have seen the same, in the same order. */
  boolean sawTheSameAs(Listener other) {
    return seen == other.seen && Arrays.equals(ids, other.ids);
  }

  private String line() throws IOException {
    int length = 0;
    for (int next = unchunked(); next != '\n'; next = unchunked()) {
      if (length < line.length) {
        line[length++] = (byte) next;
      }
    }
    return new String(line, 0, length, StandardCharsets.UTF_8);
  }

  private int unchunked() throws IOException {
    if (chunk == 0) {
      String size = rawLine();
      chunk = Integer.parseInt(size.isEmpty() ? rawLine() : size, 16);
      if (chunk == 0) {
        throw new EOFException("The stream has ended");
      }
    }
    chunk--;
    return raw();
  }

  private String rawLine() throws IOException {
    var text = new StringBuilder(32);
    for (int next = raw(); next != '\n'; next = raw()) {
      if (next != '\r') {
        text.append((char) next);
      }
    }
    return text.toString();
  }

  private int raw() throws IOException {
    int next = in.read();
    if (next < 0) {
      throw new EOFException("The connection has ended");
    }
    bytes.increment();
    return next;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

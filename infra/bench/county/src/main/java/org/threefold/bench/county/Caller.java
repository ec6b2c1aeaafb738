package org.threefold.bench.county;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One client, on a connection that is kept as long as the server keeps it. Its own few lines of
 * HTTP, because a full client would take a good part of the two processors it shares with the
 * county.
 */
final class Caller implements AutoCloseable {

  private static final int TIMEOUT_MILLIS = 30_000;
  private static final int LONGEST_LINE = 16 * 1024;

  /** What came back. */
  record Reply(int status, String body) {
    boolean ok() {
      return status / 100 == 2;
    }
  }

  private final int port;
  private Socket socket;
  private InputStream in;

  /** Whether the server said with its last answer that it would hang up. */
  private boolean hungUp;

  Caller(int port) throws IOException {
    this.port = port;
    this.socket = connected(port);
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  private static Socket connected(int port) throws IOException {
    var socket = new Socket();
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.connect(new InetSocketAddress("localhost", port), TIMEOUT_MILLIS);
    return socket;
  }

  /** Sends a command and waits for the answer. */
  Reply post(String path, String token, String key, String body) throws IOException {
    if (hungUp) {
      socket.close();
      socket = connected(port);
      in = new BufferedInputStream(socket.getInputStream());
      hungUp = false;
    }
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "POST "
            + path
            + " HTTP/1.1\r\n"
            + "Host: localhost\r\n"
            + "Content-Type: application/json\r\n"
            + "Authorization: Bearer "
            + token
            + "\r\nIdempotency-Key: "
            + key
            + "\r\nContent-Length: "
            + content.length
            + "\r\n\r\n";
    var whole = new ByteArrayOutputStream(head.length() + content.length);
    whole.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    whole.writeBytes(content);
    socket.getOutputStream().write(whole.toByteArray());
    return read();
  }

  private Reply read() throws IOException {
    int status = Integer.parseInt(line().substring(9, 12));
    int length = 0;
    boolean chunked = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).strip());
      } else if (lower.startsWith("transfer-encoding:")) {
        chunked = lower.contains("chunked");
      } else if (lower.startsWith("connection:")) {
        hungUp = lower.contains("close");
      }
    }
    byte[] body = chunked ? chunks() : exactly(length);
    return new Reply(status, new String(body, StandardCharsets.UTF_8));
  }

  private byte[] chunks() throws IOException {
    var body = new ByteArrayOutputStream();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      body.writeBytes(exactly(size));
      line();
    }
    line();
    return body.toByteArray();
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line().strip(), 16);
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("The answer ends early");
    }
    return bytes;
  }

  private String line() throws IOException {
    var line = new StringBuilder(64);
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0 || line.length() > LONGEST_LINE) {
        throw new EOFException("The connection has ended");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

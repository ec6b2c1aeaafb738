package org.threefold.bench.county;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallerTest {

  private static final String CHUNKED =
      "HTTP/1.1 201 \r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":\r\n2\r\n1}\r\n0\r\n\r\n";
  private static final String LAST =
      "HTTP/1.1 409 \r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";

  /** Answers the connections one after the other, each with its answers and then hangs up. */
  private static ServerSocket answering(List<List<String>> connections) throws IOException {
    var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofVirtual()
        .start(() -> {
          try {
            for (List<String> answers : connections) {
              try (Socket client = server.accept()) {
                for (String answer : answers) {
                  byte[] request = new byte[4096];
                  if (client.getInputStream().read(request) > 0) {
                    client.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                  }
                }
              }
            }
          } catch (IOException closed) {
            // The test has ended.
          }
        });
    return server;
  }

  private static Caller.Reply post(Caller caller) throws IOException {
    return caller.post("/needs", "token", "key", "{}");
  }

  @Test
  void an_answer_in_chunks_is_read_whole_and_the_connection_kept() throws IOException {
    try (ServerSocket server = answering(List.of(List.of(CHUNKED, CHUNKED)));
        Caller caller = new Caller(server.getLocalPort())) {
      assertThat(post(caller)).isEqualTo(new Caller.Reply(201, "{\"a\":1}"));
      assertThat(post(caller).ok()).isTrue();
    }
  }

  @Test
  void a_server_that_says_it_hangs_up_is_called_again() throws IOException {
    try (ServerSocket server = answering(List.of(List.of(LAST), List.of(CHUNKED)));
        Caller caller = new Caller(server.getLocalPort())) {
      assertThat(post(caller).ok()).isFalse();
      assertThat(post(caller).ok()).isTrue();
    }
  }

  @Test
  void an_answer_that_ends_early_is_no_answer() throws IOException {
    String cut = CHUNKED.substring(0, CHUNKED.length() - 10);
    try (ServerSocket server = answering(List.of(List.of(cut)));
        Caller caller = new Caller(server.getLocalPort())) {
      assertThatThrownBy(() -> post(caller)).isInstanceOf(EOFException.class);
    }
  }
}

package org.threefold.bench.county;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ListenerTest {

  private static final String HELLO = "retry: 2000\nid: 7\nevent: hello\ndata: {}\n\n";

  private static String fact(int id, String type, String need) {
    return "id: " + id + "\nevent: " + type + "\ndata: {\"flow\":\"" + need + "\"}\n\n";
  }

  private static String chunk(String text) {
    return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
  }

  private static ServerSocket telling(String chunks) throws IOException {
    var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofVirtual()
        .start(() -> {
          while (true) {
            try (Socket client = server.accept()) {
              byte[] request = new byte[4096];
              if (client.getInputStream().read(request) > 0) {
                client
                    .getOutputStream()
                    .write(
                        ("HTTP/1.1 200 \r\nTransfer-Encoding: chunked\r\n\r\n" + chunks)
                            .getBytes(StandardCharsets.UTF_8));
              }
            } catch (IOException closed) {
              return;
            }
          }
        });
    return server;
  }

  @Test
  void facts_are_noted_also_when_a_chunk_ends_within_a_line() throws IOException {
    String facts =
        fact(8, "need.collected.v1", "N-1")
            + fact(9, "need.sorted.v1", "N-1")
            + fact(10, "need.collected.v1", "N-2");
    String chunks = chunk(HELLO) + chunk(facts.substring(0, 30)) + chunk(facts.substring(30));
    try (ServerSocket server = telling(chunks + "0\r\n\r\n");
        Listener one = new Listener(server.getLocalPort(), "token", "", 0, 5, true);
        Listener other = new Listener(server.getLocalPort(), "token", "", 0, 5, false)) {
      assertThat(one.greeting()).isEqualTo("hello");
      assertThat(one.listen()).isEqualTo("The stream has ended");
      other.listen();
      assertThat(one.seen()).isEqualTo(2);
      assertThat(one.need(1)).isEqualTo("N-2");
      assertThat(one.id()).isEqualTo(10);
      assertThat(one.sawTheSameAs(other)).isTrue();
    }
  }

  @Test
  void who_missed_a_fact_has_not_seen_the_same() throws IOException {
    String first = fact(8, "need.collected.v1", "N-1");
    String second = fact(9, "need.collected.v1", "N-2");
    try (ServerSocket all = telling(chunk(HELLO) + chunk(first + second) + "0\r\n\r\n");
        ServerSocket less = telling(chunk(HELLO) + chunk(second) + "0\r\n\r\n");
        Listener one = new Listener(all.getLocalPort(), "token", "", 0, 5, false);
        Listener other = new Listener(less.getLocalPort(), "token", "", 0, 5, false)) {
      one.listen();
      other.listen();
      assertThat(other.sawTheSameAs(one)).isFalse();
    }
  }
}

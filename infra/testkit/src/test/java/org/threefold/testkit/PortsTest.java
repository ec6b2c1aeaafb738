package org.threefold.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void a_taken_port_is_named() throws Exception {
    try (var other = new ServerSocket()) {
      other.bind(Ports.loopback(0));
      assertThatThrownBy(() -> Ports.require("Kafka", other.getLocalPort()))
          .hasMessage("Kafka cannot start: port " + other.getLocalPort() + " is taken");
    }
  }

  @Test
  void a_port_that_somebody_has_on_all_addresses_is_taken_too() throws Exception {
    try (var other = new ServerSocket(0)) {
      assertThatThrownBy(() -> Ports.require("Mongo", other.getLocalPort()))
          .hasMessageStartingWith("Mongo cannot start");
    }
  }

  @Test
  void no_port_is_given_twice_and_none_that_a_client_could_get() {
    assertThat(IntStream.range(0, 100).map(_ -> Ports.free()).distinct())
        .hasSize(100)
        .allMatch(port -> port < 32_768);
  }

  @Test
  void a_free_port_and_any_port_are_fine() {
    assertThatCode(() -> Ports.require("Kafka", Ports.free())).doesNotThrowAnyException();
    assertThatCode(() -> Ports.require("Kafka", 0)).doesNotThrowAnyException();
  }
}

package org.threefold.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.threefold.local.CountySettings.Part;

/** What keeps a county from starting is said by name, before anything has been started. */
class CountyStartTest {

  @TempDir Path data;

  private static CountySettings with(CountySettings settings, Part part, int port) {
    Map<Part, Integer> ports = new EnumMap<>(settings.ports());
    ports.put(part, port);
    return new CountySettings(settings.data(), ports);
  }

  @Test
  void a_taken_port_is_named_and_nothing_is_left_behind() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CountySettings settings =
          with(CountySettings.onFreePorts(data), Part.FUNDS, taken.getLocalPort());

      assertThatThrownBy(() -> County.start(settings, _ -> {}))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("fund-ledger (port " + taken.getLocalPort() + ")");
      assertThat(data.resolve("mongo")).doesNotExist();
    }
  }

  @Test
  void a_data_directory_in_use_is_refused_like_a_port() throws IOException {
    Files.createDirectories(data);
    try (FileChannel held =
            FileChannel.open(
                data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = held.lock()) {
      assertThat(lock.isValid()).isTrue();
      assertThatThrownBy(() -> County.start(CountySettings.onFreePorts(data), _ -> {}))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining(data.toString());
    }
  }

  @Test
  void ports_and_data_come_from_the_command_line() {
    Properties given = new Properties();
    given.setProperty("threefold.data", data.toString());
    given.setProperty("threefold.port.kafka", "39092");
    CountySettings settings = CountySettings.from(given);

    assertThat(settings.data()).isEqualTo(data);
    assertThat(settings.port(Part.KAFKA)).isEqualTo(39092);
    assertThat(settings.url(Part.OVERSIGHT)).isEqualTo("http://localhost:8080");
  }

  @Test
  void a_port_that_is_none_is_refused_with_its_name() {
    Properties given = new Properties();
    given.setProperty("threefold.port.kafka", "70000");

    assertThatThrownBy(() -> CountySettings.from(given))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("threefold.port.kafka");
  }
}

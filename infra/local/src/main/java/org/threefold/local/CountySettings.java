package org.threefold.local;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.threefold.testkit.Ports;

/**
 * Where the local county keeps its data and which ports it takes, all on loopback.
 *
 * @param data the data directory; made if it is not there
 * @param ports a port for each part
 */
public record CountySettings(Path data, Map<Part, Integer> ports) {

  /** What listens on a port. */
  public enum Part {
    OVERSIGHT("county-oversight", 8080),
    STATIONS("station-registry", 8081),
    NEEDS("needs-intake", 8082),
    PROJECTS("project-management", 8083),
    FUNDS("fund-ledger", 8084),
    EVALUATIONS("evaluation", 8085),
    ISSUER("issuer", 8079),
    KAFKA("kafka", 29092),
    MONGO("mongo", 27117);

    private final String partName;
    private final int usualPort;

    Part(String partName, int usualPort) {
      this.partName = partName;
      this.usualPort = usualPort;
    }

    /** The name in settings and messages. */
    public String partName() {
      return partName;
    }
  }

  public CountySettings {
    ports = Map.copyOf(ports);
  }

  /**
   * From {@code threefold.data} (default {@code .threefold}) and {@code threefold.port.<part>}.
   *
   * @throws IllegalArgumentException if a port is no number from 1 to 65535
   */
  public static CountySettings from(Properties properties) {
    Map<Part, Integer> ports = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      String key = "threefold.port." + part.partName;
      ports.put(part, port(key, properties.getProperty(key), part.usualPort));
    }
    String data = properties.getProperty("threefold.data", ".threefold");
    return new CountySettings(Path.of(data).toAbsolutePath().normalize(), ports);
  }

  /** The same county on ports that are free at the moment. */
  public static CountySettings onFreePorts(Path data) {
    Map<Part, Integer> ports = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      ports.put(part, Ports.free());
    }
    return new CountySettings(data, ports);
  }

  /** The port of a part. */
  public int port(Part part) {
    return ports.getOrDefault(part, part.usualPort);
  }

  /** Where a part answers over HTTP. */
  public String url(Part part) {
    return "http://localhost:" + port(part);
  }

  private static int port(String key, @Nullable String given, int usual) {
    if (given == null || given.isBlank()) {
      return usual;
    }
    try {
      int port = Integer.parseInt(given.strip());
      if (port >= 1 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException(key + " is no port: " + given, notANumber);
    }
    throw new IllegalArgumentException(key + " is no port: " + given);
  }
}

package org.threefold.teststand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.util.FileSystemUtils;
import org.threefold.testkit.issuer.TestIssuer;
import org.threefold.testkit.kafka.LocalKafka;
import org.threefold.testkit.mongo.LocalMongo;

/**
 * What a service finds around it: a broker, a store and an issuer, gone without trace at the end.
 */
final class Surroundings implements AutoCloseable {

  private final Path data;
  private final LocalKafka kafka;
  private final LocalMongo mongo = LocalMongo.inMemory();
  private final TestIssuer issuer = TestIssuer.start();
  private final Broker broker;

  Surroundings() {
    try {
      data = Files.createTempDirectory("stand");
    } catch (IOException full) {
      throw new UncheckedIOException("No place for the broker's data", full);
    }
    kafka = LocalKafka.start(data, 0);
    broker = new Broker(kafka.bootstrapServers());
  }

  Broker broker() {
    return broker;
  }

  TestIssuer issuer() {
    return issuer;
  }

  /** The settings by which a service finds them, and is quiet about it. */
  Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>(issuer.properties());
    settings.put("spring.kafka.bootstrap-servers", kafka.bootstrapServers());
    settings.put("spring.mongodb.uri", mongo.uri());
    settings.put("spring.main.banner-mode", "off");
    settings.put("logging.level.root", "warn");
    settings.put("logging.level.kafka", "off");
    settings.put("logging.level.org.apache.kafka", "error");
    return settings;
  }

  @Override
  public void close() {
    broker.close();
    kafka.close();
    mongo.close();
    issuer.close();
    try {
      FileSystemUtils.deleteRecursively(data);
    } catch (IOException left) {
      throw new UncheckedIOException("The broker's data is still there", left);
    }
  }
}

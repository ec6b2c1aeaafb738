package org.threefold.testkit.kafka;

import java.nio.file.Path;

/** A broker in a JVM of its own, to be killed. */
final class KafkaChild {

  private KafkaChild() {}

  public static void main(String[] args) throws Exception {
    var kafka = LocalKafka.start(Path.of(args[0]), 0);
    System.out.println("bootstrap " + kafka.bootstrapServers());
    Thread.currentThread().join();
  }
}

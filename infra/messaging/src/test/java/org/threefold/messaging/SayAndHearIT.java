package org.threefold.messaging;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.threefold.testkit.kafka.LocalKafka;
import org.threefold.testkit.mongo.LocalMongo;

/** Saying and hearing with broker and store in this JVM. */
class SayAndHearIT extends SayAndHear {

  @TempDir Path data;

  @Override
  Surroundings surroundings() {
    return new InThisJvm(data);
  }

  private static final class InThisJvm implements Surroundings {

    private final Path data;
    private final LocalMongo mongo = LocalMongo.inMemory();
    private LocalKafka kafka;

    InThisJvm(Path data) {
      this.data = data;
      this.kafka = LocalKafka.start(data, 0);
    }

    @Override
    public String store() {
      return mongo.uri();
    }

    @Override
    public String broker() {
      return kafka.bootstrapServers();
    }

    @Override
    public void loseBroker() {
      kafka.close();
    }

    @Override
    public void findBroker() {
      kafka = LocalKafka.start(data, kafka.port());
    }

    @Override
    public void close() {
      kafka.close();
      mongo.close();
    }
  }
}

package org.threefold.messaging;

import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * Saying and hearing with a real Kafka and a real replica set of MongoDB, where there is Docker.
 */
@Testcontainers(disabledWithoutDocker = true)
class SayAndHearContainerIT extends SayAndHear {

  @Container
  private static final MongoDBContainer MONGO = new MongoDBContainer("mongo:8.0").withReplicaSet();

  @Container private static final KafkaContainer KAFKA = new KafkaContainer("apache/kafka:4.2.1");

  @Override
  Surroundings surroundings() {
    return new Containers();
  }

  private static final class Containers implements Surroundings {

    @Override
    public String store() {
      return MONGO.getReplicaSetUrl();
    }

    @Override
    public String broker() {
      return KAFKA.getBootstrapServers();
    }

    /** Paused, not stopped: a container that is started again has another port. */
    @Override
    public void loseBroker() {
      KAFKA.getDockerClient().pauseContainerCmd(KAFKA.getContainerId()).exec();
    }

    @Override
    public void findBroker() {
      KAFKA.getDockerClient().unpauseContainerCmd(KAFKA.getContainerId()).exec();
    }

    @Override
    public void close() {} // Testcontainers ends what it started.
  }
}

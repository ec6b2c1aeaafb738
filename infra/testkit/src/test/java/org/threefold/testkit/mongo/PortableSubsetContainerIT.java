package org.threefold.testkit.mongo;

import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.mongodb.MongoDBContainer;

/** The portable subset on a real MongoDB, where there is Docker. */
@Testcontainers(disabledWithoutDocker = true)
class PortableSubsetContainerIT extends PortableSubset {

  @Container
  private static final MongoDBContainer MONGO = new MongoDBContainer("mongo:8.0").withReplicaSet();

  @Override
  String open() {
    return MONGO.getReplicaSetUrl();
  }

  @Override
  void close() {} // One server for all.
}

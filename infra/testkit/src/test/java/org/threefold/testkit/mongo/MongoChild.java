package org.threefold.testkit.mongo;

import java.nio.file.Path;

/** A durable server in a JVM of its own, to be killed. */
final class MongoChild {

  private MongoChild() {}

  public static void main(String[] args) throws Exception {
    var mongo = LocalMongo.start(Path.of(args[0]), 0);
    System.out.println("uri " + mongo.uri());
    Thread.currentThread().join();
  }
}

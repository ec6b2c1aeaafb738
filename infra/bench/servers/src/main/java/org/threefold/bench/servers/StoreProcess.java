package org.threefold.bench.servers;

import java.io.IOException;
import java.nio.file.Path;
import org.threefold.testkit.mongo.LocalMongo;

/**
 * The stand-in for MongoDB in a JVM of its own. What it has acknowledged survives the end of that
 * JVM, however abrupt (class K); see {@link LocalMongo#start}. It ends with the JVM that started
 * it.
 */
public final class StoreProcess implements AutoCloseable {

  private final ServerProcess process;

  private StoreProcess(ServerProcess process) {
    this.process = process;
  }

  /** Starts it on the data in this directory, which is made when it is not there. */
  public static StoreProcess start(Path home) {
    return new StoreProcess(ServerProcess.start(StoreProcess.class, home, "mongo.log"));
  }

  /** The server itself: the directory is its only argument. */
  public static void main(String[] arguments) throws IOException {
    try (LocalMongo mongo = LocalMongo.start(Path.of(arguments[0]).resolve("data"), 0)) {
      ServerProcess.serve(mongo.uri());
    }
  }

  /** The connection string, without a database. */
  public String uri() {
    return process.address();
  }

  public long pid() {
    return process.pid();
  }

  /** The processor time it has used, in seconds. */
  public double cpuSeconds() {
    return process.cpuSeconds();
  }

  /** Ends it as {@code kill -9} does; the next start goes on from what was acknowledged. */
  @Override
  public void close() {
    process.close();
  }
}

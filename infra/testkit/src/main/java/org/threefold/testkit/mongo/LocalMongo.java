package org.threefold.testkit.mongo;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bson.conversions.Bson;
import org.threefold.testkit.Ports;
import org.threefold.testkit.Quiet;

/**
 * A MongoDB stand-in in this JVM, on loopback, for machines without Docker. It speaks the wire
 * protocol of an old server to the unchanged driver.
 *
 * <p><b>What {@link #start} guarantees.</b> A write is answered after it is in the file, and a read
 * after everything it saw is: whatever a client was told is found again after this process was
 * killed. That is a process crash, not a power failure.
 *
 * <p><b>Which filters use an index.</b> Only unique indexes exist here, others are accepted and
 * ignored. An index of one field answers a flat filter that asks for a value of that field, some
 * values, a range of text ({@code $gte}, {@code $lt}) or texts that begin alike ({@code /^07:/}),
 * whatever else the filter asks for; an index of several fields only a filter of exactly these, by
 * value. {@code $and}, {@code $or} and all else walk through the collection. {@code
 * PortableSubsetTest} holds the subset that our code may use, and what each of it does.
 */
public final class LocalMongo implements AutoCloseable {

  private static final Map<String, String> QUIET =
      Map.of(
          "de.bwaldvogel.mongo", "ERROR",
          // Logs each refused command, which the client is told anyway.
          "de.bwaldvogel.mongo.wire.MongoWireProtocolHandler", "OFF",
          "io.netty", "WARN",
          "org.mongodb.driver", "WARN");

  /** Each blocks while its write is committed, so there are as many as may share one commit. */
  private static final int WORKERS = 16;

  private final MongoBackend store;
  private final MongoServer server;
  private final int port;

  private LocalMongo(MongoBackend store, int port) {
    this.store = store;
    server = new MongoServer(store);
    server.bind(Ports.loopback(port), 1, WORKERS);
    this.port = server.getLocalAddress().getPort();
  }

  /** Starts an empty server on a free port; everything is gone when it is closed. */
  public static LocalMongo inMemory() {
    return inMemory(0);
  }

  /**
   * Starts an empty server; everything is gone when it is closed.
   *
   * @param port where to listen, 0 for any
   * @throws IllegalStateException naming the port, if it is taken
   */
  public static LocalMongo inMemory(int port) {
    prepare(port);
    return new LocalMongo(new MemoryStore(), port);
  }

  /**
   * Starts a server on the data of this directory, which is made when it is not there. It goes on
   * where the last one stopped, also when that one was killed.
   *
   * @param port where to listen, 0 for any
   * @throws IllegalStateException naming the port, if it is taken
   */
  public static LocalMongo start(Path dataDir, int port) {
    prepare(port);
    try {
      Files.createDirectories(dataDir);
    } catch (IOException e) {
      throw new UncheckedIOException("Mongo cannot start: no directory " + dataDir, e);
    }
    return new LocalMongo(new DurableStore(dataDir.resolve("mongo.mv")), port);
  }

  private static void prepare(int port) {
    Quiet.loggers(QUIET);
    Ports.require("Mongo", port);
  }

  /** The connection string, without a database. */
  public String uri() {
    return "mongodb://" + Ports.LOOPBACK + ":" + port;
  }

  public int port() {
    return port;
  }

  /**
   * Whether an index answers this filter here, rather than a walk through the whole collection. For
   * tests that listen to the commands of a hot path.
   *
   * @throws IllegalArgumentException if there is no such collection
   */
  public boolean usesIndex(String database, String collection, Bson filter) {
    var found = store.resolveDatabase(database).resolveCollection(collection, false);
    if (found == null) {
      throw new IllegalArgumentException("No collection " + database + "." + collection);
    }
    var query = WireForm.of(filter);
    return found.getIndexes().stream().anyMatch(it -> it.canHandle(query));
  }

  /** Ends all connections; a durable server also compacts its file for up to two seconds. */
  @Override
  public void close() {
    server.shutdownNow();
  }
}

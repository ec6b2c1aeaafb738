package org.threefold.testkit.mongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Many readers or one writer at each collection, and a copy for everybody who asks. The server
 * itself answers with its live documents and writes them to the socket later, field by field, while
 * the next update may be changing them: a reader could see a new version with an old state.
 */
final class Turns {

  private final ConcurrentMap<String, ReentrantReadWriteLock> locks = new ConcurrentHashMap<>();

  Document take(String database, String command, Document query, Supplier<Document> work) {
    var lock = lock(Commands.namespace(database, command, query), Commands.writes(command, query));
    lock.lock();
    try {
      return work.get().cloneDeeply();
    } finally {
      lock.unlock();
    }
  }

  private Lock lock(String namespace, boolean writes) {
    var lock = locks.computeIfAbsent(namespace, _ -> new ReentrantReadWriteLock());
    return writes ? lock.writeLock() : lock.readLock();
  }
}

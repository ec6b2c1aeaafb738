package org.threefold.testkit.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * The store that remembers: every answer, to a write and to a read alike, goes out only after all
 * that it rests on is in the file. Commands that run at the same time share one commit. What a
 * client was told survives the end of this process, however abrupt; it is not forced through the
 * operating system's cache, so a power failure may still cost the last moments.
 */
final class DurableStore extends H2Backend {

  /** So many megabytes of pages stay in memory. */
  private static final int PAGES_MB = 64;

  private final Turns turns = new Turns();

  /** Shared by commands, exclusive for the commit: the store writes its live documents out. */
  private final ReadWriteLock gate = new ReentrantReadWriteLock();

  private final Object committing = new Object();
  private final AtomicLong written = new AtomicLong();
  private volatile long committed;
  private final Compaction compaction;

  DurableStore(Path file) {
    super(open(file));
    compaction = new Compaction(getMvStore(), gate, this::commitAll);
    compaction.start();
  }

  private static MVStore open(Path file) {
    // No background thread and no commit when memory fills up: both would write documents out while
    // they are being changed.
    MVStore store;
    try {
      store =
          new MVStore.Builder()
              .fileName(file.toString())
              .autoCommitDisabled()
              .autoCommitBufferSize(0)
              .cacheSize(PAGES_MB)
              .open();
    } catch (MVStoreException e) {
      throw new IllegalStateException(
          "Mongo cannot start: " + file + " is in use by another or damaged", e);
    }
    // Dead space may be used again at once: a process crash, unlike a power failure, cannot bring
    // an older state of the file back.
    store.setRetentionTime(0);
    store.setVersionsToKeep(1);
    return store;
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String name) {
    return new DurableDatabase(name, getMvStore(), getCursorRegistry());
  }

  @Override
  public Document handleCommand(Channel channel, String database, String command, Document query) {
    if (command.equalsIgnoreCase("hello")) {
      return Commands.hello(super.handleCommand(channel, database, "ismaster", query));
    }
    if (Commands.talks(command)) {
      return super.handleCommand(channel, database, command, query);
    }
    if (command.equalsIgnoreCase("listDatabases")) {
      return Commands.databases(listDatabaseNames());
    }
    long seen = 0;
    gate.readLock().lock();
    try {
      return turns.take(
          database, command, query, () -> super.handleCommand(channel, database, command, query));
    } finally {
      seen = Commands.writes(command, query) ? written.incrementAndGet() : written.get();
      gate.readLock().unlock();
      commitUpTo(seen);
    }
  }

  private void commitUpTo(long seen) {
    if (committed >= seen) {
      return;
    }
    synchronized (committing) {
      if (committed < seen) {
        commitAll();
      }
    }
  }

  private void commitAll() {
    synchronized (committing) {
      gate.writeLock().lock();
      try {
        long now = written.get();
        getMvStore().commit();
        if (getMvStore().isClosed()) {
          throw new IllegalStateException("The store is closed, this write is not kept");
        }
        committed = now;
      } finally {
        gate.writeLock().unlock();
      }
    }
  }

  @Override
  public void close() {
    compaction.finish();
    super.close();
  }
}

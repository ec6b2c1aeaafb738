package org.threefold.testkit.mongo;

import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.backend.memory.MemoryDatabase;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.List;

/** The store that forgets: for tests and for a county that starts fresh each time. */
final class MemoryStore extends MemoryBackend {

  private final Turns turns = new Turns();

  @Override
  public MemoryDatabase openOrCreateDatabase(String name) {
    return new Database(name, getCursorRegistry());
  }

  private static final class Database extends MemoryDatabase {

    Database(String name, CursorRegistry cursors) {
      super(name, cursors);
    }

    @Override
    protected Index<Integer> openOrCreateUniqueIndex(
        String collection, String name, List<IndexKey> keys, boolean sparse) {
      return new MemoryIndex(name, keys, sparse);
    }
  }

  @Override
  public Document handleCommand(Channel channel, String database, String command, Document query) {
    if (command.equalsIgnoreCase("hello")) {
      return Commands.hello(super.handleCommand(channel, database, "ismaster", query));
    }
    if (command.equalsIgnoreCase("listDatabases")) {
      return Commands.databases(listDatabaseNames());
    }
    return turns.take(
        database, command, query, () -> super.handleCommand(channel, database, command, query));
  }
}

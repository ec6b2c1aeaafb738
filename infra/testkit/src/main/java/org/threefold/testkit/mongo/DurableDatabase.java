package org.threefold.testkit.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * A database of the store's file, with our own form of documents and keys: the server's default
 * compares two keys by serializing both.
 */
final class DurableDatabase extends H2Database {

  private static final String DATA = "databases.";
  private static final String META = "meta.";

  private final MVStore store;

  DurableDatabase(String name, MVStore store, CursorRegistry cursors) {
    this.store = store; // Before the rest, which opens the collections.
    super(name, store, cursors);
  }

  @Override
  protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
    var namespace = getFullCollectionNamespace(name);
    MVMap<Object, Document> data =
        store.openMap(
            DATA + namespace,
            new MVMap.Builder<Object, Document>()
                .keyType(new KeyType())
                .valueType(new DocumentType()));
    MVMap<String, Object> meta = store.openMap(META + namespace);
    return new H2Collection(this, name, options, data, meta, cursorRegistry);
  }

  @Override
  protected Index<Object> openOrCreateUniqueIndex(
      String collection, String name, List<IndexKey> keys, boolean sparse) {
    MVMap<Object, Object> positions =
        store.openMap(
            getFullCollectionNamespace(collection) + "._index_" + name,
            new MVMap.Builder<>().keyType(new KeyType()).valueType(new KeyType()));
    return new DurableIndex(positions, name, keys, sparse);
  }
}

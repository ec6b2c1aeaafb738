package org.threefold.testkit.mongo;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** A unique index in the store's file. */
final class DurableIndex extends OrderedIndex<Object> {

  private final MVMap<Object, Object> positions;

  DurableIndex(MVMap<Object, Object> positions, String name, List<IndexKey> keys, boolean sparse) {
    super(name, keys, sparse);
    this.positions = positions;
  }

  @Override
  protected @Nullable Object removeDocument(KeyValue key) {
    return positions.remove(key);
  }

  @Override
  protected boolean putKeyPosition(KeyValue key, @Nullable Object position) {
    return positions.putIfAbsent(key, Missing.ofNullable(position)) == null;
  }

  @Override
  protected @Nullable Object getPosition(KeyValue key) {
    return positions.get(key);
  }

  @Override
  protected Iterable<Entry<KeyValue, Object>> getIterable() {
    return () ->
        positions.entrySet().stream()
            .map(it -> Map.entry((KeyValue) it.getKey(), it.getValue()))
            .iterator();
  }

  @Override
  Iterator<Entry<KeyValue, Object>> from(KeyValue first) {
    Cursor<Object, Object> cursor = positions.cursor(first);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return cursor.hasNext();
      }

      @Override
      public Entry<KeyValue, Object> next() {
        KeyValue key = (KeyValue) cursor.next();
        return Map.entry(key, cursor.getValue());
      }
    };
  }

  @Override
  public long getCount() {
    return positions.sizeAsLong();
  }

  @Override
  public boolean isEmpty() {
    return positions.isEmpty();
  }

  @Override
  public long getDataSize() {
    return getCount();
  }
}

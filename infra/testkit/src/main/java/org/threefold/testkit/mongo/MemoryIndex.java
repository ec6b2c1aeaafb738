package org.threefold.testkit.mongo;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map.Entry;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** A unique index in memory. */
final class MemoryIndex extends OrderedIndex<Integer> {

  private static final Comparator<Object> ORDER = new KeyType();

  private final ConcurrentSkipListMap<KeyValue, Integer> positions =
      new ConcurrentSkipListMap<>(ORDER);

  MemoryIndex(String name, List<IndexKey> keys, boolean sparse) {
    super(name, keys, sparse);
  }

  @Override
  protected @Nullable Integer removeDocument(KeyValue key) {
    return positions.remove(key);
  }

  @Override
  protected boolean putKeyPosition(KeyValue key, Integer position) {
    return positions.putIfAbsent(key, position) == null;
  }

  @Override
  protected @Nullable Integer getPosition(KeyValue key) {
    return positions.get(key);
  }

  @Override
  protected Iterable<Entry<KeyValue, Integer>> getIterable() {
    return positions.entrySet();
  }

  @Override
  Iterator<Entry<KeyValue, Integer>> from(KeyValue first) {
    return positions.tailMap(first, true).entrySet().iterator();
  }

  @Override
  public long getCount() {
    return positions.size();
  }

  @Override
  public long getDataSize() {
    return getCount();
  }
}

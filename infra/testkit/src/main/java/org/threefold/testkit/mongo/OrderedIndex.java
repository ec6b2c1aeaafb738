package org.threefold.testkit.mongo;

import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;

/**
 * A unique index in the order of its keys.
 *
 * <p>The server by itself uses an index only for a filter of exactly its fields, and only for equal
 * values. This one, if it has a single field, also finds ranges of text and texts that begin alike,
 * and takes filters that ask for more than its field: what it gives is looked through again by the
 * server.
 */
abstract class OrderedIndex<P> extends AbstractUniqueIndex<P> {

  OrderedIndex(String name, List<IndexKey> keys, boolean sparse) {
    super(name, keys, sparse);
  }

  /** All from this key on, in order. */
  abstract Iterator<Entry<KeyValue, P>> from(KeyValue first);

  @Override
  public synchronized boolean canHandle(Document query) {
    if (super.canHandle(query)) {
      return true;
    }
    return !isCompoundIndex()
        && query.containsKey(field())
        && (Span.of(query.get(field())) != null || isPlain(query.get(field())));
  }

  private boolean isPlain(@Nullable Object value) {
    return value instanceof String || super.canHandle(new Document(field(), value));
  }

  @Override
  public synchronized Iterable<P> getPositions(Document query) {
    if (isCompoundIndex()) {
      return super.getPositions(query);
    }
    Object value = query.get(field());
    Span span = Span.of(value);
    return span == null ? super.getPositions(new Document(field(), value)) : within(span);
  }

  private List<P> within(Span span) {
    List<P> found = new ArrayList<>();
    Iterator<Entry<KeyValue, P>> all = from(new KeyValue(List.of(span.from())));
    while (all.hasNext()) {
      Entry<KeyValue, P> next = all.next();
      if (!(next.getKey().get(0) instanceof String text) || span.isBefore(text)) {
        break;
      }
      found.add(next.getValue());
    }
    return found;
  }

  private String field() {
    return keys().getFirst();
  }
}

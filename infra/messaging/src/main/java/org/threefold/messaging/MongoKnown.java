package org.threefold.messaging;

import com.mongodb.client.MongoCollection;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/**
 * What is known of others' things, in the same documents and by the same writer as aggregates, with
 * nothing to say.
 */
final class MongoKnown<T> implements Known<T>, AutoCloseable {

  /** Stands for a thing of which nothing is known yet, for the writer needs a state. */
  private record Slot<T>(@Nullable T value) {}

  private final Reading<T> reading;
  private final GroupWriter<Slot<T>> writer;

  MongoKnown(MongoCollection<Document> collection, Class<T> type, MongoConverter converter) {
    Documents<T> documents = new Documents<>(type, converter, _ -> null, _ -> null);
    this.reading = new Reading<>(collection, documents);
    this.writer =
        new GroupWriter<>(collection, new SlotLayout<>(documents), new Slot<>(null), (_, _) -> {});
  }

  private record SlotLayout<T>(Documents<T> documents) implements Layout<Slot<T>> {

    @Override
    public Document write(Entry<Slot<T>> entry) {
      return documents.write(with(entry, Objects.requireNonNull(entry.state().value())));
    }

    @Override
    public Entry<Slot<T>> read(Document document) {
      Entry<T> entry = documents.read(document);
      return with(entry, new Slot<>(entry.state()));
    }

    private static <A, B> Entry<B> with(Entry<A> entry, B state) {
      return new Entry<>(
          entry.id(),
          entry.rev(),
          entry.version(),
          state,
          entry.outbox(),
          entry.heard(),
          entry.keys());
    }
  }

  @Override
  public Optional<T> find(String id) {
    return reading.find(id).map(Versioned::state);
  }

  @Override
  public Map<String, T> findAll(Collection<String> ids) {
    Map<String, T> known = new HashMap<>();
    reading.findAll(ids).forEach((id, versioned) -> known.put(id, versioned.state()));
    return known;
  }

  @Override
  public List<Versioned<T>> page(Bson filter, @Nullable String after, int limit) {
    return reading.page(filter, after, limit);
  }

  @Override
  public void learnAll(String id, List<Lesson<T>> lessons) {
    boolean begins = lessons.getFirst().cause().begins(id);
    MongoAggregates.Waiting.join(writer.submit(id, begins, entry -> change(entry, lessons)));
  }

  private Entry<Slot<T>> change(Entry<Slot<T>> entry, List<Lesson<T>> lessons) {
    Entry<Slot<T>> now = entry;
    for (Lesson<T> lesson : lessons) {
      now = change(now, lesson.cause(), lesson.update());
    }
    return now;
  }

  private Entry<Slot<T>> change(
      Entry<Slot<T>> entry, Cause.Heard cause, UnaryOperator<@Nullable T> update) {
    if (entry.knows(cause)) {
      return entry;
    }
    T now = update.apply(entry.state().value());
    return now == null ? entry : entry.after(cause, new Slot<>(now), List.of());
  }

  @Override
  public void close() {
    writer.close();
  }
}

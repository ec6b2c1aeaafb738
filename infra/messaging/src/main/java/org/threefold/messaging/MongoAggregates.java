package org.threefold.messaging;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.threefold.events.Attributes;
import org.threefold.events.Event;
import org.threefold.events.EventCodec;

/** Aggregates as documents; see decision record 0001 for why one write is enough. */
final class MongoAggregates<S, E extends Event> implements Aggregates<S, E>, AutoCloseable {

  /** An aggregate may have so many facts waiting for the broker; then it must wait too. */
  static final int MAX_OUTBOX = 64;

  private final AggregateType<S, E> type;
  private final String service;
  private final Reading<S> reading;
  private final GroupWriter<S> writer;
  private final Relay relay;
  private final Outbox outbox;
  private final MongoCollection<Document> collection;

  MongoAggregates(
      AggregateType<S, E> type,
      String service,
      MongoCollection<Document> collection,
      Documents<S> documents,
      Outbox outbox,
      Relay relay) {
    this.type = type;
    this.service = service;
    this.collection = collection;
    this.outbox = outbox;
    this.relay = relay;
    this.reading = new Reading<>(collection, documents);
    this.writer = new GroupWriter<>(collection, documents, type.initial(), this::written);
  }

  @Override
  public Versioned<S> decide(String id, Cause cause, Decision<S, E> decision) {
    return Waiting.join(submit(id, cause, decision));
  }

  @Override
  public Versioned<S> begin(String id, Cause cause, Decision<S, E> decision) {
    return Waiting.join(submit(id, true, cause, decision));
  }

  @Override
  public CompletableFuture<Versioned<S>> submit(String id, Cause cause, Decision<S, E> decision) {
    return submit(id, cause.begins(id), cause, decision);
  }

  private CompletableFuture<Versioned<S>> submit(
      String id, boolean begins, Cause cause, Decision<S, E> decision) {
    if (relay.isOverfull()) {
      return CompletableFuture.failedFuture(new Busy("Too many facts wait to be said"));
    }
    return writer
        .submit(id, begins, entry -> change(entry, cause, decision))
        .thenApply(entry -> new Versioned<>(id, entry.version(), entry.state()));
  }

  private Entry<S> change(Entry<S> entry, Cause cause, Decision<S, E> decision) {
    if (entry.knows(cause)) {
      return entry;
    }
    if (cause instanceof Cause.Asked asked
        && asked.expectedVersion() != null
        && asked.expectedVersion() != entry.version()) {
      throw new StaleVersion("The version is " + entry.version());
    }
    List<? extends E> events = decision.decide(entry.state());
    if (events.isEmpty() && cause instanceof Cause.Due) {
      return entry;
    }
    S state = entry.state();
    for (E event : events) {
      state = type.after().apply(state, event);
    }
    state = decision.keep(state, events);
    List<Said> outboxNow = unacknowledged(entry);
    if (outboxNow.size() + events.size() > MAX_OUTBOX) {
      throw new Busy("Too many facts of " + entry.id() + " wait to be said");
    }
    return entry.withOutbox(outboxNow).after(cause, state, say(entry, cause, events, state));
  }

  /** The outbox without what the broker has acknowledged since it was read. */
  private List<Said> unacknowledged(Entry<S> entry) {
    long acknowledged = outbox.acknowledged(entry.id());
    return entry.outbox().stream().filter(said -> said.version() > acknowledged).toList();
  }

  private List<Said> say(Entry<S> entry, Cause cause, List<? extends E> events, S state) {
    List<Said> said = new ArrayList<>(events.size());
    long version = entry.version();
    for (E event : events) {
      Attributes attributes =
          Attributes.of(
              event,
              ++version,
              service,
              cause.at(),
              cause.id(),
              cause.actor(),
              type.division().apply(state),
              cause.traceparent());
      if (!attributes.stream().id().equals(entry.id())) {
        throw new IllegalStateException(
            attributes.type() + " is about " + attributes.stream() + ", not " + entry.id());
      }
      said.add(new Said(attributes, EventCodec.write(event)));
    }
    return said;
  }

  private void written(String id, Entry<S> entry) {
    if (!entry.outbox().isEmpty()) {
      relay.offer(new Relay.Parcel(outbox, id, entry.rev(), entry.outbox()));
    }
  }

  @Override
  public Optional<Versioned<S>> find(String id) {
    return reading.find(id);
  }

  @Override
  public Map<String, Versioned<S>> findAll(Collection<String> ids) {
    return reading.findAll(ids);
  }

  @Override
  public List<Versioned<S>> page(Bson filter, @Nullable String after, int limit) {
    return reading.page(filter, after, limit);
  }

  @Override
  public List<String> due(Instant now, int limit) {
    return Reading.guarded(() -> {
      List<String> ids = new ArrayList<>();
      collection
          .find(Filters.lt("due", Documents.dueKey(now.plusMillis(1))))
          .projection(Projections.include("_id"))
          .sort(Sorts.ascending("due"))
          .limit(limit)
          .forEach(document -> ids.add(document.getString("_id")));
      return ids;
    });
  }

  @Override
  public void close() {
    writer.close();
  }

  /** Waits for an answer and throws what was thrown. */
  static final class Waiting {

    private Waiting() {}

    static <R> R join(CompletableFuture<R> answer) {
      try {
        return answer.join();
      } catch (CompletionException wrapped) {
        if (wrapped.getCause() instanceof RuntimeException thrown) {
          throw thrown;
        }
        throw wrapped;
      }
    }
  }
}

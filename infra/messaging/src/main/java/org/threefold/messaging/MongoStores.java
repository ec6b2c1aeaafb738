package org.threefold.messaging;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.Document;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.threefold.events.Event;
import org.threefold.events.Topic;

/** Opens collections, with the indexes their hot paths need. */
final class MongoStores implements AggregateStores, AutoCloseable {

  private final MongoDatabase database;
  private final MongoConverter converter;
  private final Relay relay;
  private final String service;
  private final Set<String> opened = new HashSet<>();
  private final List<Runnable> closing = new CopyOnWriteArrayList<>();

  MongoStores(MongoDatabase database, MongoConverter converter, Relay relay, String service) {
    this.database = database;
    this.converter = converter;
    this.relay = relay;
    this.service = service;
  }

  @Override
  public <S, E extends Event> Aggregates<S, E> open(AggregateType<S, E> type) {
    MongoCollection<Document> collection = collection(type.collection());
    Topic topic =
        Arrays.stream(Topic.values())
            .filter(it -> it.events().isAssignableFrom(type.events()))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(type.events() + " has no topic"));
    var sparse = new IndexOptions().unique(true).sparse(true);
    collection.createIndex(new Document("ob", 1), sparse);
    collection.createIndex(new Document("due", 1), sparse);
    var outbox = new Outbox(collection, topic);
    relay.register(outbox);
    var documents = new Documents<>(type.states(), converter, type.division(), type.due());
    var aggregates = new MongoAggregates<>(type, service, collection, documents, outbox, relay);
    closing.add(aggregates::close);
    return aggregates;
  }

  @Override
  public <T> Known<T> known(String collection, Class<T> type) {
    var known = new MongoKnown<>(collection(collection), type, converter);
    closing.add(known::close);
    return known;
  }

  private MongoCollection<Document> collection(String name) {
    if (!opened.add(name)) {
      throw new IllegalStateException("The collection " + name + " is opened twice");
    }
    return database.getCollection(name);
  }

  @Override
  public void close() {
    closing.forEach(Runnable::run);
  }
}

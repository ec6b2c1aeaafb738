package org.threefold.messaging;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;
import org.threefold.testkit.mongo.LocalMongo;

/** A store protocol, an outlet in memory and as many processes on the one store as a test wants. */
final class Workbench implements AutoCloseable {

  final RecordingOutlet outlet = new RecordingOutlet();
  final LocalMongo mongo = LocalMongo.inMemory();
  final MongoClient client;
  final MongoDatabase database;
  private final AtomicInteger reads = new AtomicInteger();

  Workbench() {
    client =
        MongoClients.create(
            MongoClientSettings.builder()
                .applyConnectionString(new com.mongodb.ConnectionString(mongo.uri()))
                .addCommandListener(new Reads())
                .build());
    database = client.getDatabase("bench");
  }

  static MappingMongoConverter converter() {
    var conversions = new MessagingAutoConfiguration("bench").mongoCustomConversions();
    var context = new MongoMappingContext();
    context.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
    context.afterPropertiesSet();
    var converter = new MappingMongoConverter(NoOpDbRefResolver.INSTANCE, context);
    converter.setCustomConversions(conversions);
    converter.afterPropertiesSet();
    return converter;
  }

  /** A process of its own: its own writer, memory and relay. */
  final class Instance implements AutoCloseable {
    final Relay relay = new Relay(outlet, Duration.ofMillis(20));
    final MongoStores stores = new MongoStores(database, converter(), relay, "needs-intake");
    final Aggregates<Tally, org.threefold.events.NeedEvent> tallies = stores.open(Tally.TYPE);

    Instance saying() {
      relay.start();
      return this;
    }

    @Override
    public void close() {
      relay.stop();
      stores.close();
    }
  }

  Instance process() {
    return new Instance();
  }

  /** Counts what processes read; what the test itself reads by {@link #document} counts too. */
  private final class Reads implements CommandListener {

    @Override
    public void commandStarted(CommandStartedEvent event) {
      if (event.getCommandName().equals("find")) {
        reads.incrementAndGet();
      }
    }
  }

  int reads() {
    return reads.get();
  }

  Document document(String id) {
    return java.util.Objects.requireNonNull(
        database.getCollection("tallies").find(new Document("_id", id)).first());
  }

  long withSomethingToSay() {
    return database
        .getCollection("tallies")
        .countDocuments(new Document("ob", new Document("$exists", true)));
  }

  @Override
  public void close() {
    client.close();
    mongo.close();
  }
}

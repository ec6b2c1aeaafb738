package org.threefold.e2e.checking;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;

/**
 * Checks a county from outside: over all databases and topics, that what is kept and what was said
 * agree, and that the money adds up. It changes nothing.
 *
 * <p>It looks at a county at rest. In one at work, what is on its way shows as missing.
 */
public final class Checker {

  /** Each is the topic a service speaks on, and the database it keeps its things in. */
  private static final List<String> SPEAKERS =
      List.of("stations", "needs", "projects", "funds", "evaluations");

  /** Where departments speak, in streams of their own that are not ours to judge. */
  private static final String DEPARTMENTS = "activities";

  /** Only listens. */
  private static final String OVERSIGHT = "oversight";

  private static final String LEDGER = "funds";

  /** After the name of a topic: where copies of what was parked are. */
  private static final String PARKED = ".dlq";

  /** The embedded server would answer with a whole collection at once, and has no room for it. */
  private static final int DOCUMENTS_AT_ONCE = 500;

  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

  private final String bootstrapServers;
  private final String mongoUri;
  private final String topicPrefix;

  /**
   * A checker of one county.
   *
   * @param topicPrefix before every topic name, or empty
   */
  public Checker(String bootstrapServers, String mongoUri, String topicPrefix) {
    this.bootstrapServers = bootstrapServers;
    this.mongoUri = mongoUri;
    this.topicPrefix = topicPrefix;
  }

  /**
   * Checks, and if anything is wrong checks again, for what is on its way arrives.
   *
   * @param patience after so long, what is still wrong is wrong
   */
  public Report checkAtRest(Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      Report report = check();
      if (report.isClean() || System.nanoTime() - deadline > 0) {
        return report;
      }
      try {
        Thread.sleep(LOOK_AGAIN);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        return report;
      }
    }
  }

  /** Checks once. */
  public Report check() {
    Report report = new Report();
    Streams streams = new Streams(report);
    Kept kept = new Kept(report);
    Books books = new Books(report);
    try (Broker broker = new Broker(bootstrapServers, topicPrefix);
        MongoClient mongo = MongoClients.create(mongoUri)) {
      hear(broker, report, streams, books);
      for (String speaker : SPEAKERS) {
        look(mongo.getDatabase(speaker), kept);
      }
      look(mongo.getDatabase(OVERSIGHT), kept);
      for (String speaker : SPEAKERS) {
        if (!speaker.equals(LEDGER)) {
          kept.compare(speaker, streams);
        }
      }
      add(mongo.getDatabase(LEDGER), books, streams);
    }
    return report;
  }

  private void hear(Broker broker, Report report, Streams streams, Books books) {
    PersonalNumbers personal = new PersonalNumbers(report);
    Map<TopicPartition, Long> ends = new HashMap<>(broker.ends(SPEAKERS));
    if (ends.isEmpty()) {
      report.violation("The broker has none of the county's topics");
    }
    broker.read(
        ends,
        spoken -> {
          streams.hear(spoken);
          books.hear(spoken);
          personal.hear(spoken);
        });
    List<String> others = new ArrayList<>(List.of(DEPARTMENTS, DEPARTMENTS + PARKED));
    SPEAKERS.forEach(topic -> others.add(topic + PARKED));
    Map<TopicPartition, Long> otherEnds = broker.ends(others);
    broker.read(
        otherEnds,
        spoken -> {
          report.count("records on " + spoken.topic(), 1);
          personal.hear(spoken);
        });
    ends.putAll(otherEnds);
    new Lag(report).compare(broker.committed(), ends);
  }

  private static void look(MongoDatabase database, Kept kept) {
    for (String collection : database.listCollectionNames()) {
      if (collection.startsWith("system.")) {
        continue; // The store's own.
      }
      for (List<Object> ids : ids(database.getCollection(collection))) {
        for (Document document : database.getCollection(collection).find(Filters.in("_id", ids))) {
          kept.see(database.getName(), collection, document);
        }
      }
    }
  }

  /**
   * All ids, some at a time. The embedded server holds everything that a query finds until the last
   * of it is fetched: of ids it has room for many.
   */
  private static Iterable<List<Object>> ids(MongoCollection<Document> collection) {
    List<Object> ids = new ArrayList<>();
    for (Document found : collection.find().projection(Projections.include("_id"))) {
      ids.add(found.get("_id"));
    }
    return ids.stream().gather(Gatherers.windowFixed(DOCUMENTS_AT_ONCE)).toList();
  }

  private static void add(MongoDatabase ledger, Books books, Streams streams) {
    for (Document entry :
        ledger
            .getCollection("journal")
            .find()
            .batchSize(DOCUMENTS_AT_ONCE)
            .sort(Sorts.ascending("_id"))) {
      books.next(entry, streams);
    }
    Document position =
        ledger.getCollection("positions").find(new Document("_id", "published")).first();
    books.end(position == null ? 0 : position.getLong("seq"), streams);
  }
}

package org.threefold.oversight.need;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.threefold.access.Actor;
import org.threefold.events.DivisionCode;
import org.threefold.events.NeedEvent;
import org.threefold.messaging.AggregateStores;
import org.threefold.messaging.Ear;
import org.threefold.messaging.Known;
import org.threefold.messaging.Known.Lesson;
import org.threefold.messaging.StoreUnavailable;
import org.threefold.messaging.Versioned;
import org.threefold.oversight.place.Where;

/** The rows of all needs. As a bean it is named apart from the ear of the topic. */
@Component("needRows")
public class Needs {

  private static final String ROWS = "needs";

  private final Known<Need> rows;
  private final MongoCollection<Document> collection;

  Needs(AggregateStores stores, MongoDatabase database) {
    this.rows = stores.known(ROWS, Need.class);
    this.collection = database.getCollection(ROWS);
    for (String level : List.of("county", "town", "community")) {
      collection.createIndex(
          new Document("state.where." + level, 1).append("state.status", 1).append("_id", 1));
      collection.createIndex(new Document("state.where." + level, 1).append("state.changedAt", -1));
    }
  }

  /** Folds facts in their order; each need is written once. */
  public void learn(List<Ear.Fact<NeedEvent>> run) {
    Map<String, List<Lesson<Need>>> lessons = new LinkedHashMap<>();
    for (Ear.Fact<NeedEvent> fact : run) {
      Instant at = fact.cause().attributes().time();
      lessons
          .computeIfAbsent(fact.event().need().value(), _ -> new ArrayList<>())
          .add(new Lesson<>(fact.cause(), row -> Need.after(row, fact.event(), at)));
    }
    lessons.forEach(rows::learnAll);
  }

  /** The need, if there is one and the actor may know. */
  public Optional<Need> find(String id, Actor actor) {
    return rows.find(id).filter(it -> it.where().in(actor.area()));
  }

  /** A page in the order of ids. */
  List<Need> page(Document filter, @Nullable String after, int limit) {
    return rows.page(filter, after, limit).stream().map(Versioned::state).toList();
  }

  /** Those that changed last, newest first. */
  List<Need> latest(Document filter, int limit) {
    try {
      List<String> ids = new ArrayList<>();
      for (Document found :
          collection
              .find(filter)
              .projection(new Document("_id", 1))
              .sort(new Document("state.changedAt", -1))
              .limit(limit)) {
        ids.add(found.getString("_id"));
      }
      var found = rows.findAll(ids);
      return ids.stream().map(found::get).filter(row -> row != null).toList();
    } catch (MongoException away) {
      throw new StoreUnavailable("The rows of needs cannot be read", away);
    }
  }

  /** What a pipeline of figures gives over these rows. */
  List<Document> figures(List<Document> pipeline) {
    try {
      return collection.aggregate(pipeline).into(new ArrayList<>());
    } catch (MongoException away) {
      throw new StoreUnavailable("The rows of needs cannot be counted", away);
    }
  }

  /**
   * A filter for rows of the area, in one town if one is given; null if none can match, for the
   * town lies outside.
   */
  static @Nullable Document within(DivisionCode area, @Nullable DivisionCode town) {
    if (town == null || town.covers(area)) {
      return new Document(Where.fieldFor(area), area.value());
    }
    return area.covers(town) ? new Document(Where.fieldFor(town), town.value()) : null;
  }
}

package org.threefold.bench.county;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Projections;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.threefold.bench.county.Living.Acknowledged;
import org.threefold.bench.protocol.Rows;
import org.threefold.e2e.checking.Checker;
import org.threefold.e2e.checking.Report;

/**
 * Whether a run may have a result: every need that was acknowledged is in the store, once, as far
 * as it was acknowledged; and the independent checker finds that what is kept and what was said
 * agree, each fact once and in order.
 */
final class Gate {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MOST_SHOWN = 5;
  private static final int BATCH = 1000;

  private final String kafka;
  private final String mongo;

  Gate(String kafka, String mongo) {
    this.kafka = kafka;
    this.mongo = mongo;
  }

  /** Looks, writes the outcome as a row, and answers whether all is well. */
  boolean passes(String row, Map<String, Acknowledged> acknowledged, Rows rows) {
    List<String> wrong = new ArrayList<>(missing(acknowledged));
    Report report = new Checker(kafka, mongo, "").checkAtRest(PATIENCE);
    wrong.addAll(report.violations());
    long again = report.counts().getOrDefault("facts said more than once", 0L);
    rows.add(
        row,
        "gate",
        wrong.isEmpty() ? "passed" : "FAILED",
        "",
        acknowledged.size()
            + " acknowledged needs; facts said more than once: "
            + again
            + "; wrong: "
            + wrong.stream().limit(MOST_SHOWN).toList());
    return wrong.isEmpty();
  }

  private List<String> missing(Map<String, Acknowledged> acknowledged) {
    Map<String, Acknowledged> left = new HashMap<>(acknowledged);
    List<String> wrong = new ArrayList<>();
    try (MongoClient client = MongoClients.create(mongo)) {
      for (Document need :
          client
              .getDatabase("needs")
              .getCollection("needs")
              .find()
              .batchSize(BATCH)
              .projection(Projections.include("_id", "version", "state.status"))) {
        Acknowledged expected = left.remove(need.getString("_id"));
        var found =
            new Acknowledged(
                need.get("state", Document.class).getString("status"),
                need.get("version", Number.class).intValue());
        if (expected != null && !expected.equals(found)) {
          wrong.add(need.getString("_id") + " is " + found + ", acknowledged as " + expected);
        }
      }
    }
    left.keySet().forEach(id -> wrong.add(id + " was acknowledged and is not there"));
    return wrong;
  }
}

package org.threefold.e2e.checking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;

/**
 * Every aggregate a service keeps: nothing of it waits to be said, nothing heard waits to be
 * handled, and all it ever said is on the service's topic.
 */
final class Kept {

  private final Report report;

  /** By topic, then by id: the versions of the aggregates of that id. */
  private final Map<String, Map<String, List<Long>>> versions = new TreeMap<>();

  Kept(Report report) {
    this.report = report;
  }

  /**
   * Takes in one document.
   *
   * @param topic where the service speaks; its database has the same name
   */
  void see(String topic, String collection, Document document) {
    report.count("documents in " + topic, 1);
    String place = topic + "." + collection + " " + document.get("_id");
    if (collection.equals("parked") || collection.equals("parked-keys")) {
      report.violation("%s is parked: %s".formatted(place, document.getString("reason")));
      return;
    }
    if (!document.containsKey("rev") || !document.containsKey("outbox")) {
      return; // No aggregate.
    }
    int waiting = document.getList("outbox", Document.class).size();
    if (waiting > 0) {
      report.violation("%s has %d facts to say".formatted(place, waiting));
    }
    if (document.containsKey("ob") != (waiting > 0)) {
      report.violation(
          "%s has %d facts to say, and ob is %s".formatted(place, waiting, document.get("ob")));
    }
    long version = document.get("version", Number.class).longValue();
    if (version > 0) {
      report.count("aggregates in " + topic, 1);
      versions
          .computeIfAbsent(topic, _ -> new TreeMap<>())
          .computeIfAbsent(document.getString("_id"), _ -> new ArrayList<>())
          .add(version);
    }
  }

  /** Compares with what was said, when everything has been seen and heard. */
  void compare(String topic, Streams streams) {
    Map<String, List<Long>> kept = versions.getOrDefault(topic, Map.of());
    kept.forEach((id, here) -> {
      Collections.sort(here);
      List<Long> said = streams.lastVersions(topic, id);
      if (!said.equals(here)) {
        report.violation(
            "%s is kept at version %s in %s, and said up to %s".formatted(id, here, topic, said));
      }
    });
    for (String id : streams.ids(topic)) {
      if (!kept.containsKey(id)) {
        report.violation("%s is said on %s, and kept nowhere".formatted(id, topic));
      }
    }
  }
}

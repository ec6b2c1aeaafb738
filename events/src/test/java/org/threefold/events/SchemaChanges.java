package org.threefold.events;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What changed from one schema to the next, and which of it would break somebody.
 *
 * <p>Facts are kept for ever and services are not replaced all at once, so today's class must read
 * what was written yesterday, and yesterday's class what is written today.
 */
record SchemaChanges(List<String> breaking, List<String> harmless) {

  private static final List<String> FIXED = List.of("type", "format", "pattern", "const");

  static SchemaChanges between(JsonNode before, JsonNode after) {
    SchemaChanges changes = new SchemaChanges(new ArrayList<>(), new ArrayList<>());
    changes.compare("", before, after);
    return changes;
  }

  private void compare(String path, JsonNode before, JsonNode after) {
    for (String keyword : FIXED) {
      if (!before.path(keyword).equals(after.path(keyword))) {
        breaking.add(
            "%s of %s was %s and is %s"
                .formatted(keyword, name(path), text(before, keyword), text(after, keyword)));
      }
    }
    compareValues(path, before, after);
    compareProperties(path, before, after);
    if (before.has("items") && after.has("items")) {
      compare(path + "[]", before.required("items"), after.required("items"));
    }
  }

  private void compareValues(String path, JsonNode before, JsonNode after) {
    Set<String> old = texts(before.path("enum"));
    Set<String> now = texts(after.path("enum"));
    if (old.isEmpty() != now.isEmpty()) {
      breaking.add(name(path) + " had " + old.size() + " values and has " + now.size());
      return;
    }
    minus(old, now)
        .forEach(it -> breaking.add("value " + it + " of " + name(path) + " is removed"));
    minus(now, old)
        .forEach(it ->
            harmless.add(
                "value %s of %s is new: bring it to every reader before its publisher"
                    .formatted(it, name(path))));
  }

  private void compareProperties(String path, JsonNode before, JsonNode after) {
    JsonNode old = before.path("properties");
    JsonNode now = after.path("properties");
    Set<String> oldRequired = texts(before.path("required"));
    Set<String> nowRequired = texts(after.path("required"));
    for (String property : old.propertyNames()) {
      String inner = path + "." + property;
      if (!now.has(property)) {
        breaking.add(inner + " is removed");
        continue;
      }
      compare(inner, old.required(property), now.required(property));
      if (oldRequired.contains(property) && !nowRequired.contains(property)) {
        breaking.add(inner + " was always there and may now be absent");
      }
    }
    minus(nowRequired, oldRequired)
        .forEach(it -> breaking.add(path + "." + it + " is now required"));
    for (String property : now.propertyNames()) {
      if (!old.has(property) && !nowRequired.contains(property)) {
        harmless.add(path + "." + property + " is new and optional");
      }
    }
  }

  private static String name(String path) {
    return path.isEmpty() ? "the event" : path;
  }

  private static String text(JsonNode schema, String keyword) {
    return schema.has(keyword) ? schema.required(keyword).asString() : "absent";
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new HashSet<>();
    array.forEach(it -> texts.add(it.asString()));
    return texts;
  }

  private static List<String> minus(Set<String> all, Set<String> without) {
    return all.stream().filter(it -> !without.contains(it)).sorted().toList();
  }
}

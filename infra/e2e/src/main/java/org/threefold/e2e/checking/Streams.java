package org.threefold.e2e.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Every stream on the topics: versions from 1 without a hole and in order, each always with the
 * same bytes, all under one key on one partition.
 */
final class Streams {

  private static final Pattern ID = Pattern.compile("(([a-z-]+)/([^@]+))@([0-9]{1,18})");

  /** What one version of a stream was said with. */
  private record Said(String whole, String data) {}

  private static final class OneStream {
    final String id;
    final int partition;
    final List<@Nullable Said> said = new ArrayList<>();

    OneStream(String id, int partition) {
      this.id = id;
      this.partition = partition;
    }
  }

  private final Report report;

  /** By topic, then by stream. */
  private final Map<String, Map<String, OneStream>> topics = new TreeMap<>();

  /** The same by topic, then by the id alone, which some streams share. */
  private final Map<String, Map<String, List<OneStream>>> ids = new TreeMap<>();

  Streams(Report report) {
    this.report = report;
  }

  void hear(Spoken spoken) {
    report.count("records on " + spoken.topic(), 1);
    Matcher id = ID.matcher(spoken.headers().getOrDefault("ce_id", ""));
    if (!id.matches()) {
      report.violation(
          "%s is no fact: it has no id of a stream and a version".formatted(spoken.place()));
      return;
    }
    String name = id.group(1);
    OneStream stream =
        topics
            .computeIfAbsent(spoken.topic(), _ -> new TreeMap<>())
            .computeIfAbsent(
                name,
                _ -> {
                  report.count("streams on " + spoken.topic(), 1);
                  return begun(spoken.topic(), new OneStream(id.group(3), spoken.partition()));
                });
    if (!stream.id.equals(spoken.key())) {
      report.violation(
          "%s is of %s but has the key %s".formatted(spoken.place(), name, spoken.key()));
    }
    if (stream.partition != spoken.partition()) {
      report.violation(
          "%s is on partitions %d and %d".formatted(name, stream.partition, spoken.partition()));
    }
    place(spoken, name, stream, Long.parseLong(id.group(4)));
  }

  private OneStream begun(String topic, OneStream stream) {
    ids.computeIfAbsent(topic, _ -> new TreeMap<>())
        .computeIfAbsent(stream.id, _ -> new ArrayList<>(1))
        .add(stream);
    return stream;
  }

  private void place(Spoken spoken, String name, OneStream stream, long version) {
    Said now = new Said(spoken.digest(), Spoken.sha256(spoken.data()));
    int last = stream.said.size();
    if (version == last + 1) {
      stream.said.add(now);
    } else if (version > last) {
      report.violation(
          "%s: version %d follows %d at %s".formatted(name, version, last, spoken.place()));
      while (stream.said.size() < Math.min(version - 1, last + Report.MAX_LISTED)) {
        stream.said.add(null);
      }
      stream.said.add(now);
    } else if (version < 1) {
      report.violation("%s: version %d at %s".formatted(name, version, spoken.place()));
    } else {
      again(spoken, name, stream, (int) version, now);
    }
  }

  private void again(Spoken spoken, String name, OneStream stream, int version, Said now) {
    Said before = stream.said.get(version - 1);
    if (before == null) {
      report.violation("%s: version %d comes late, at %s".formatted(name, version, spoken.place()));
      stream.said.set(version - 1, now);
      return;
    }
    report.count("facts said more than once", 1);
    if (!before.equals(now)) {
      report.violation(
          "%s: version %d is said in two ways, again at %s"
              .formatted(name, version, spoken.place()));
    }
  }

  /** The last version on the topic of each stream with this id; a project has more than one. */
  List<Long> lastVersions(String topic, String id) {
    return ids.getOrDefault(topic, Map.of()).getOrDefault(id, List.of()).stream()
        .map(stream -> (long) stream.said.size())
        .sorted()
        .toList();
  }

  /** The ids of all streams on the topic. */
  List<String> ids(String topic) {
    return List.copyOf(ids.getOrDefault(topic, Map.of()).keySet());
  }

  /** The last version on the topic of this stream, or 0. */
  long last(String topic, String stream) {
    OneStream known = topics.getOrDefault(topic, Map.of()).get(stream);
    return known == null ? 0 : known.said.size();
  }

  /** All streams on the topic, by name. */
  List<String> names(String topic) {
    return List.copyOf(topics.getOrDefault(topic, Map.of()).keySet());
  }

  /** The hash of the data this version was said with, or null if it was not said. */
  @Nullable String data(String topic, String stream, long version) {
    if (version < 1 || version > last(topic, stream)) {
      return null;
    }
    OneStream known = topics.getOrDefault(topic, Map.of()).get(stream);
    Said said = known == null ? null : known.said.get((int) version - 1);
    return said == null ? null : said.data();
  }
}

package org.threefold.bench.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The rows of a run, to look things up in. */
final class Outcome {

  private static final int FIELDS = 5;

  /** One row; the value may be a word. */
  record Row(String row, String metric, String value, String unit, String note) {}

  private final Map<String, Row> rows = new LinkedHashMap<>();

  private Outcome() {}

  static Outcome read(Path file) {
    try {
      return of(Files.readAllLines(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Cannot read the rows in " + file, unreadable);
    }
  }

  static Outcome of(List<String> lines) {
    Outcome outcome = new Outcome();
    for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
      String[] fields = line.split(",", FIELDS);
      if (fields.length == FIELDS) {
        outcome.rows.put(
            fields[0] + "|" + fields[1],
            new Row(fields[0], fields[1], fields[2], fields[3], fields[4]));
      }
    }
    return outcome;
  }

  List<Row> all() {
    return List.copyOf(rows.values());
  }

  Optional<Row> find(String row, String metric) {
    return Optional.ofNullable(rows.get(row + "|" + metric));
  }

  OptionalDouble number(String row, String metric) {
    Row found = rows.get(row + "|" + metric);
    try {
      return found == null
          ? OptionalDouble.empty()
          : OptionalDouble.of(Double.parseDouble(found.value));
    } catch (NumberFormatException word) {
      return OptionalDouble.empty();
    }
  }

  /** The value as it stands, or a dash. */
  String text(String row, String metric) {
    return find(row, metric).map(Row::value).orElse("–");
  }
}

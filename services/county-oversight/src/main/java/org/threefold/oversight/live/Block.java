package org.threefold.oversight.live;

import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Facts told together, stored as one document under a number that only one writer can take.
 *
 * @param number its place; the facts in it have the ids {@code number * MOST}, and on
 */
record Block(long number, List<Line> lines) {

  /** A block holds at most so many facts. */
  static final int MOST = 256;

  /** One fact of a block, before it has its id. */
  record Line(String eventId, String type, @Nullable String division, boolean money, String json) {}

  List<Told> told() {
    List<Told> told = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      told.add(Told.of(number * MOST + i, lines.get(i)));
    }
    return told;
  }

  Document write() {
    return new Document("_id", number)
        .append(
            "lines",
            lines.stream()
                .map(it ->
                    new Document("e", it.eventId())
                        .append("t", it.type())
                        .append("d", it.division())
                        .append("m", it.money())
                        .append("j", it.json()))
                .toList());
  }

  static Block read(Document document) {
    return new Block(
        document.getLong("_id"),
        document.getList("lines", Document.class).stream()
            .map(it ->
                new Line(
                    it.getString("e"),
                    it.getString("t"),
                    it.getString("d"),
                    it.getBoolean("m"),
                    it.getString("j")))
            .toList());
  }
}

package org.threefold.messaging;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.threefold.events.Attributes;
import org.threefold.events.DivisionCode;

/**
 * How an entry is written as a document and read back; the layout is that of decision record 0001.
 */
final class Documents<S> implements Layout<S> {

  /** Instants that sort as text; the id makes them unique. */
  private static final DateTimeFormatter SORTABLE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /** Documents that still have something to say are spread over this many shards for the sweep. */
  static final int SHARDS = 16;

  private final Class<S> states;
  private final MongoConverter converter;
  private final Function<S, @Nullable DivisionCode> division;
  private final Function<S, @Nullable Instant> due;

  Documents(
      Class<S> states,
      MongoConverter converter,
      Function<S, @Nullable DivisionCode> division,
      Function<S, @Nullable Instant> due) {
    this.states = states;
    this.converter = converter;
    this.division = division;
    this.due = due;
  }

  @Override
  public Document write(Entry<S> entry) {
    Document state = new Document();
    converter.write(Objects.requireNonNull(entry.state()), state);
    if (states.isRecord()) {
      state.remove("_class");
    }
    Document document =
        new Document("_id", entry.id())
            .append("rev", entry.rev())
            .append("version", entry.version())
            .append("state", state)
            .append("outbox", entry.outbox().stream().map(Documents::writeSaid).toList())
            .append("heard", writeHeard(entry.heard()))
            .append("keys", entry.keys().stream().map(Documents::writeKey).toList());
    DivisionCode where = division.apply(entry.state());
    if (where != null) {
      document.append("division", where.value());
    }
    Instant deadline = due.apply(entry.state());
    if (deadline != null) {
      document.append("due", dueKey(deadline) + entry.id());
    }
    if (!entry.outbox().isEmpty()) {
      document.append("ob", shardOf(entry.id()) + entry.id());
    }
    return document;
  }

  @Override
  public Entry<S> read(Document document) {
    return new Entry<>(
        document.getString("_id"),
        document.getLong("rev"),
        document.getLong("version"),
        converter.read(states, document.get("state", Document.class)),
        readOutbox(document),
        readHeard(document.get("heard", Document.class)),
        document.getList("keys", Document.class).stream().map(Documents::readKey).toList());
  }

  static List<Said> readOutbox(Document document) {
    List<Said> outbox = new ArrayList<>();
    for (Document said : document.getList("outbox", Document.class)) {
      Document headers = said.get("h", Document.class);
      outbox.add(
          new Said(
              Attributes.fromHeaders(headers::getString), said.get("d", Binary.class).getData()));
    }
    return List.copyOf(outbox);
  }

  /** What documents due at or before this instant sort below. */
  static String dueKey(Instant instant) {
    return SORTABLE.format(instant) + "|";
  }

  private static String shardOf(String id) {
    return shard(Math.floorMod(id.hashCode(), SHARDS));
  }

  /** What the marks of this shard begin with. */
  static String shard(int number) {
    return String.format("%02d:", number);
  }

  private static Document writeSaid(Said said) {
    return new Document("v", said.version())
        .append("h", new Document(new HashMap<>(said.attributes().toHeaders())))
        .append("d", new Binary(said.data()));
  }

  private static Document writeKey(UsedKey used) {
    return new Document("k", used.key())
        .append("h", used.bodyHash())
        .append("at", Date.from(used.at()));
  }

  private static UsedKey readKey(Document used) {
    return new UsedKey(used.getString("k"), used.getString("h"), used.getDate("at").toInstant());
  }

  private static Document writeHeard(Map<String, Long> heard) {
    Document document = new Document();
    heard.forEach((stream, version) -> document.append(stream.replace('.', '\uFF0E'), version));
    return document;
  }

  private static Map<String, Long> readHeard(Document document) {
    Map<String, Long> heard = new HashMap<>();
    document.forEach((stream, version) -> heard.put(stream.replace('\uFF0E', '.'), (Long) version));
    return Map.copyOf(heard);
  }
}

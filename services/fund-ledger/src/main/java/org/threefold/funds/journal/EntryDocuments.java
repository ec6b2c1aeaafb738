package org.threefold.funds.journal;

import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.threefold.events.Attributes;
import org.threefold.events.DivisionCode;
import org.threefold.events.Stream;
import org.threefold.events.Topic;
import org.threefold.messaging.Outlet.Outgoing;

/** How an entry is written as a document and read back. */
final class EntryDocuments {

  /** Who says every fact of the journal. */
  static final String SOURCE = "/threefold/" + Topic.FUNDS.publisher();

  private EntryDocuments() {}

  static Document write(Entry entry) {
    return new Document("_id", entry.seq())
        .append("at", Date.from(entry.at()))
        .append("decisions", entry.decisions().stream().map(EntryDocuments::write).toList())
        .append("prevHash", entry.prevHash())
        .append("hash", entry.hash());
  }

  private static Document write(Decided decided) {
    Document document =
        new Document("cause", decided.cause())
            .append("at", Date.from(decided.at()))
            .append("actor", decided.actor());
    if (decided.key() != null) {
      document.append("key", decided.key()).append("bodyHash", decided.bodyHash());
    }
    if (decided.traceparent() != null) {
      document.append("trace", decided.traceparent());
    }
    if (decided.heard() != null) {
      document.append("heard", decided.heard()).append("heardVersion", decided.heardVersion());
    }
    return document
        .append("ref", decided.ref())
        .append("changes", decided.changes().stream().map(EntryDocuments::write).toList())
        .append("postings", decided.postings().stream().map(EntryDocuments::write).toList())
        .append("facts", decided.facts().stream().map(EntryDocuments::write).toList());
  }

  private static Document write(Noted noted) {
    return new Document("kind", noted.kind()).append("data", new Binary(noted.data()));
  }

  private static Document write(Posting posting) {
    return new Document("from", posting.from())
        .append("to", posting.to())
        .append("fen", posting.amount().fen());
  }

  /** Only what the decision does not say already. */
  private static Document write(Outgoing fact) {
    Attributes attributes = fact.attributes();
    Document document =
        new Document("stream", attributes.stream().toString())
            .append("v", attributes.version())
            .append("type", attributes.type());
    if (!attributes.flow().equals(attributes.stream().id())) {
      document.append("flow", attributes.flow());
    }
    if (attributes.division() != null) {
      document.append("division", attributes.division().value());
    }
    return document.append("data", new Binary(fact.data()));
  }

  /**
   * The entry in a document.
   *
   * @throws JournalBroken if the document is no entry
   */
  static Entry read(Document document) {
    try {
      return new Entry(
          document.getLong("_id"),
          document.getDate("at").toInstant(),
          document.getList("decisions", Document.class).stream()
              .map(EntryDocuments::readDecided)
              .toList(),
          document.getString("prevHash"),
          document.getString("hash"));
    } catch (RuntimeException unreadable) {
      throw new JournalBroken("Entry " + document.get("_id") + " cannot be read", unreadable);
    }
  }

  private static Decided readDecided(Document document) {
    String cause = document.getString("cause");
    Instant at = document.getDate("at").toInstant();
    String actor = document.getString("actor");
    @Nullable String trace = document.getString("trace");
    return new Decided(
        cause,
        at,
        actor,
        document.getString("key"),
        document.getString("bodyHash"),
        trace,
        document.getString("heard"),
        document.get("heardVersion", 0L),
        document.getString("ref"),
        document.getList("changes", Document.class).stream()
            .map(it -> new Noted(it.getString("kind"), it.get("data", Binary.class).getData()))
            .toList(),
        document.getList("postings", Document.class).stream()
            .map(it ->
                new Posting(it.getString("from"), it.getString("to"), new Money(it.getLong("fen"))))
            .toList(),
        document.getList("facts", Document.class).stream()
            .map(it -> readFact(it, at, cause, actor, trace))
            .toList());
  }

  private static Outgoing readFact(
      Document document, Instant at, String cause, String actor, @Nullable String trace) {
    Stream stream = Stream.parse(document.getString("stream"));
    String division = document.getString("division");
    return new Outgoing(
        Topic.FUNDS,
        new Attributes(
            stream,
            document.getLong("v"),
            document.getString("type"),
            SOURCE,
            at,
            document.get("flow", stream.id()),
            cause,
            actor,
            division == null ? null : new DivisionCode(division),
            trace),
        document.get("data", Binary.class).getData());
  }
}

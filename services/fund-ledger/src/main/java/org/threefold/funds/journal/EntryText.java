package org.threefold.funds.journal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.threefold.events.Attributes;
import org.threefold.events.DivisionCode;
import org.threefold.events.Stream;
import org.threefold.events.Topic;
import org.threefold.messaging.Outlet.Outgoing;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An entry as one line of JSON and back: all that its hash covers, and one form only.
 *
 * <p>The form is described in EXPORT.md of this service, so that anybody can read it with a program
 * of their own.
 */
public final class EntryText {

  /** A line is never longer; MongoDB takes 16 MiB, and base64 makes more of it. */
  public static final int MOST_BYTES = 64 * 1024 * 1024;

  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(MOST_BYTES).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private EntryText() {}

  /** The entry as a line, without its end. */
  public static byte[] write(Entry entry) {
    var line = new JsonLine();
    line.open('{')
        .number("seq", entry.seq())
        .text("at", MILLIS.format(entry.at()))
        .text("prevHash", entry.prevHash())
        .text("hash", entry.hash())
        .list("decisions", entry.decisions(), EntryText::write)
        .close('}');
    return line.bytes();
  }

  private static void write(JsonLine line, Decided decided) {
    line.text("cause", decided.cause())
        .text("at", MILLIS.format(decided.at()))
        .text("actor", decided.actor())
        .text("key", decided.key())
        .text("bodyHash", decided.bodyHash())
        .text("trace", decided.traceparent());
    if (decided.heard() != null) {
      line.text("heard", decided.heard()).number("heardVersion", decided.heardVersion());
    }
    line.text("ref", decided.ref())
        .list("changes", decided.changes(), EntryText::write)
        .list("postings", decided.postings(), EntryText::write)
        .list("facts", decided.facts(), EntryText::write);
  }

  private static void write(JsonLine line, Noted noted) {
    line.text("kind", noted.kind());
    data(line, noted.data());
  }

  private static void write(JsonLine line, Posting posting) {
    line.text("from", posting.from())
        .text("to", posting.to())
        .number("fen", posting.amount().fen());
  }

  private static void write(JsonLine line, Outgoing fact) {
    Attributes attributes = fact.attributes();
    DivisionCode division = attributes.division();
    line.text("stream", attributes.stream().toString())
        .number("version", attributes.version())
        .text("type", attributes.type())
        .text("flow", attributes.flow())
        .text("division", division == null ? null : division.value());
    data(line, fact.data());
  }

  /** Data is UTF-8, so it can be read; what is not, because somebody changed it, is base64. */
  private static void data(JsonLine line, byte[] data) {
    try {
      line.text(
          "data", StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(data)).toString());
    } catch (CharacterCodingException binary) {
      line.text("base64", Base64.getEncoder().encodeToString(data));
    }
  }

  /**
   * The entry in a line.
   *
   * @throws IllegalArgumentException if this is not a line that {@link #write} has written
   */
  public static Entry read(byte[] line) {
    Entry entry;
    try {
      entry = entry(parsed(line));
    } catch (RuntimeException misfit) {
      throw new IllegalArgumentException("it is no entry: " + misfit.getMessage(), misfit);
    }
    if (!Arrays.equals(write(entry), line)) {
      throw new IllegalArgumentException("it is not in the form in which entries are written");
    }
    return entry;
  }

  private static JsonNode parsed(byte[] line) {
    try {
      return JSON.readTree(line);
    } catch (JacksonException broken) {
      throw new IllegalArgumentException("it is not well-formed JSON", broken);
    }
  }

  private static Entry entry(JsonNode it) {
    return new Entry(
        it.required("seq").asLong(),
        at(it),
        all(it, "decisions", EntryText::decided),
        text(it, "prevHash"),
        text(it, "hash"));
  }

  private static Decided decided(JsonNode it) {
    String cause = text(it, "cause");
    Instant at = at(it);
    String actor = text(it, "actor");
    String trace = optional(it, "trace");
    return new Decided(
        cause,
        at,
        actor,
        optional(it, "key"),
        optional(it, "bodyHash"),
        trace,
        optional(it, "heard"),
        it.path("heardVersion").asLong(0),
        text(it, "ref"),
        all(it, "changes", change -> new Noted(text(change, "kind"), data(change))),
        all(it, "postings", EntryText::posting),
        all(it, "facts", fact -> fact(fact, at, cause, actor, trace)));
  }

  private static Posting posting(JsonNode it) {
    return new Posting(text(it, "from"), text(it, "to"), new Money(it.required("fen").asLong()));
  }

  private static Outgoing fact(
      JsonNode it, Instant at, String cause, String actor, @Nullable String trace) {
    String division = optional(it, "division");
    return new Outgoing(
        Topic.FUNDS,
        new Attributes(
            Stream.parse(text(it, "stream")),
            it.required("version").asLong(),
            text(it, "type"),
            EntryDocuments.SOURCE,
            at,
            text(it, "flow"),
            cause,
            actor,
            division == null ? null : new DivisionCode(division),
            trace),
        data(it));
  }

  private static byte[] data(JsonNode it) {
    String binary = optional(it, "base64");
    return binary == null
        ? text(it, "data").getBytes(StandardCharsets.UTF_8)
        : Base64.getDecoder().decode(binary);
  }

  private static Instant at(JsonNode it) {
    return Instant.parse(text(it, "at"));
  }

  private static String text(JsonNode it, String name) {
    return it.required(name).asString();
  }

  private static @Nullable String optional(JsonNode it, String name) {
    return it.has(name) ? text(it, name) : null;
  }

  private static <T> List<T> all(JsonNode it, String name, Function<JsonNode, T> read) {
    return it.required(name).valueStream().map(read).toList();
  }
}

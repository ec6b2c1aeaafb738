package org.threefold.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An event of somebody who is no service of ours: the attributes of CloudEvents 1.0 and nothing
 * more. Source and id together name it for ever.
 *
 * @param id what the source calls the event, unique there
 * @param source who says it: {@code /dept-cyl}
 * @param type the wire name with its prefix
 * @param subject what the source calls the thing it is about; without it nothing can be read
 * @param time when it happened, if the source says so
 * @param traceparent the W3C trace it belongs to, if it is traced
 * @param data what is said, as UTF-8 JSON
 */
public record ForeignEvent(
    String id,
    String source,
    String type,
    @Nullable String subject,
    @Nullable Instant time,
    @Nullable String traceparent,
    byte @Nullable [] data) {

  /** The media type of an event that is one JSON document with its attributes. */
  public static final String STRUCTURED = "application/cloudevents+json";

  private static final Pattern ID = Pattern.compile("[!-~]{1,100}");
  private static final Pattern SOURCE = Pattern.compile("/" + SourceSystem.FORM.pattern());
  private static final Pattern JSON =
      Pattern.compile("application/(?:[a-z0-9.-]+\\+)?json(?:\\s*;.*)?");
  private static final Pattern TRACE =
      Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

  /**
   * From a Kafka record: in structured mode if its content type says so, else in binary mode.
   *
   * @param header gives the text of a header, or null if there is none
   * @throws NotAFact if it is no CloudEvent, or one whose data is not JSON
   */
  public static ForeignEvent of(
      Function<String, @Nullable String> header, byte @Nullable [] value) {
    String contentType = header.apply("content-type");
    if (contentType == null || !plain(contentType).startsWith("application/cloudevents")) {
      return of(name -> header.apply("ce_" + name), contentType, header, value);
    }
    if (!plain(contentType).equals(STRUCTURED)) {
      throw new NotAFact("Of the formats of CloudEvents, only a single one in JSON is understood");
    }
    return StructuredEvent.read(value);
  }

  /**
   * From one JSON document that has attributes and data.
   *
   * @throws NotAFact if it is no CloudEvent, or one whose data is not JSON
   */
  public static ForeignEvent structured(byte @Nullable [] document) {
    return StructuredEvent.read(document);
  }

  static ForeignEvent of(
      Function<String, @Nullable String> attribute,
      @Nullable String contentType,
      Function<String, @Nullable String> around,
      byte @Nullable [] data) {
    if (!required(attribute, "specversion").equals("1.0")) {
      throw new NotAFact("Only CloudEvents 1.0 is understood");
    }
    if (contentType != null && !JSON.matcher(contentType.toLowerCase(Locale.ROOT)).matches()) {
      throw new NotAFact("The data is not said to be JSON");
    }
    String trace = attribute.apply("traceparent");
    trace = trace == null ? around.apply("traceparent") : trace;
    return new ForeignEvent(
        required(attribute, "id"),
        required(attribute, "source"),
        required(attribute, "type"),
        attribute.apply("subject"),
        time(attribute.apply("time")),
        trace != null && TRACE.matcher(trace).matches() ? trace : null,
        data);
  }

  /** The key of its record: {@code dept-cyl:2026-017}. */
  public String key() {
    return source.substring(1) + ":" + subject;
  }

  /**
   * What is said.
   *
   * @throws NotAFact if the data does not fit the type, or is about another thing than source and
   *     subject name, or id and source have not the form that we can keep
   */
  public <E extends Event> E read(Class<E> as) {
    mustMatch("id", id, ID);
    mustMatch("source", source, SOURCE);
    if (subject == null) {
      throw new NotAFact("The attribute subject is missing");
    }
    E event = EventCodec.read(as, data);
    if (!event.stream().id().equals(key())) {
      throw new NotAFact("The data is about another thing than source and subject name");
    }
    return event;
  }

  private static void mustMatch(String attribute, String value, Pattern form) {
    if (!form.matcher(value).matches()) {
      throw new NotAFact("The attribute " + attribute + " has not its form");
    }
  }

  private static String required(Function<String, @Nullable String> attribute, String name) {
    String value = attribute.apply(name);
    if (value == null || value.isEmpty()) {
      throw new NotAFact("The attribute " + name + " is missing");
    }
    return value;
  }

  private static @Nullable Instant time(@Nullable String text) {
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException malformed) {
      throw new NotAFact("The attribute time has not its form");
    }
  }

  private static String plain(String contentType) {
    return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }
}

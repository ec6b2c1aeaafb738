package org.threefold.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a fact without looking into it: the attributes of CloudEvents 1.0 and our
 * extensions.
 *
 * <p>The id of a fact is derived, {@code <stream>@<version>}, so a fact that is sent twice is the
 * same fact.
 *
 * @param stream the aggregate it happened to
 * @param version its place in the stream, from 1
 * @param type the wire name with its prefix: {@code org.threefold.need.collected.v1}
 * @param source the service that says it: {@code /threefold/needs-intake}
 * @param time when it was decided
 * @param flow the need or project it belongs to
 * @param cause the id of the fact, or of the request, that led to it
 * @param actor role and unit that decided, never a name: {@code RM_WORKER@RM-511523100001}
 * @param division the division it concerns, if it concerns one
 * @param traceparent the W3C trace it belongs to, if it is traced
 */
public record Attributes(
    Stream stream,
    long version,
    String type,
    String source,
    Instant time,
    String flow,
    String cause,
    String actor,
    @Nullable DivisionCode division,
    @Nullable String traceparent) {

  /** Every wire name of ours begins with this. */
  public static final String TYPE_PREFIX = "org.threefold.";

  private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,18}");

  /** The attributes of a fact about to be said by a service. */
  public static Attributes of(
      Event event,
      long version,
      String service,
      Instant time,
      String cause,
      String actor,
      @Nullable DivisionCode division,
      @Nullable String traceparent) {
    return new Attributes(
        event.stream(),
        version,
        EventTypes.typeOf(event.getClass()),
        "/threefold/" + service,
        time,
        event.flow(),
        cause,
        actor,
        division,
        traceparent);
  }

  /** The event id, unique for ever: {@code need/N-511523100001-20261123-0001@3}. */
  public String id() {
    return stream + "@" + version;
  }

  /**
   * As Kafka record headers in binary mode: {@code ce_*}, {@code content-type} and {@code
   * traceparent}.
   */
  public Map<String, String> toHeaders() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", id());
    headers.put("ce_type", type);
    headers.put("ce_source", source);
    headers.put("ce_subject", stream.id());
    headers.put("ce_time", time.toString());
    headers.put("ce_flow", flow);
    headers.put("ce_cause", cause);
    headers.put("ce_actor", actor);
    if (division != null) {
      headers.put("ce_division", division.value());
    }
    if (traceparent != null) {
      headers.put("ce_traceparent", traceparent);
      headers.put("traceparent", traceparent);
    }
    headers.put("content-type", "application/json");
    return headers;
  }

  /**
   * From the headers of a Kafka record.
   *
   * @param header gives the text of a header, or null if there is none
   * @throws NotAFact if these are not the attributes of one of our facts
   */
  public static Attributes fromHeaders(Function<String, @Nullable String> header) {
    if (!required(header, "ce_specversion").equals("1.0")) {
      throw new NotAFact("Only CloudEvents 1.0 is understood");
    }
    String id = required(header, "ce_id");
    int at = id.lastIndexOf('@');
    if (at < 0) {
      throw new NotAFact("The event id has no version");
    }
    Stream stream = parsed("ce_id", id.substring(0, at), Stream::parse);
    if (!required(header, "ce_subject").equals(stream.id())) {
      throw new NotAFact("The attribute ce_subject is not the id of the stream");
    }
    String division = header.apply("ce_division");
    return new Attributes(
        stream,
        parsed("ce_id", id.substring(at + 1), Attributes::versionOf),
        required(header, "ce_type"),
        required(header, "ce_source"),
        parsed("ce_time", required(header, "ce_time"), Instant::parse),
        required(header, "ce_flow"),
        required(header, "ce_cause"),
        required(header, "ce_actor"),
        division == null ? null : parsed("ce_division", division, DivisionCode::new),
        header.apply("ce_traceparent"));
  }

  /** Written one way only, so that an id read and written again is the same id. */
  private static long versionOf(String text) {
    if (!VERSION.matcher(text).matches()) {
      throw new IllegalArgumentException("Versions start at 1");
    }
    return Long.parseLong(text);
  }

  private static <T> T parsed(String name, String text, Function<String, T> form) {
    try {
      return form.apply(text);
    } catch (IllegalArgumentException | DateTimeException malformed) {
      throw new NotAFact("The attribute " + name + " has not its form");
    }
  }

  private static String required(Function<String, @Nullable String> header, String name) {
    String value = header.apply(name);
    if (value == null || value.isEmpty()) {
      throw new NotAFact("The attribute " + name + " is missing");
    }
    return value;
  }
}

package org.threefold.events;

import java.util.regex.Pattern;

/**
 * The ordered facts of one aggregate: {@code need/N-511523100001-20261123-0001}.
 *
 * <p>Versions of a stream start at 1 and have no holes. The id is the record key, so Kafka keeps
 * the order.
 *
 * @param kind what it is, in lower case: {@code need}, {@code project}, {@code fund}, …
 * @param id which one
 */
public record Stream(String kind, String id) {

  private static final Pattern KIND = Pattern.compile("[a-z][a-z-]{1,31}");

  /**
   * A stream from its parts.
   *
   * @throws IllegalArgumentException if a part has not its form
   */
  public Stream {
    Id.checked(kind, KIND, "kind of stream");
    Id.checked(id, Id.PLAIN, "stream id");
  }

  static Stream of(String kind, Id id) {
    return new Stream(kind, id.value());
  }

  /**
   * A stream from its text, {@code kind/id}.
   *
   * @throws IllegalArgumentException if the text is no stream
   */
  public static Stream parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("Not a stream: no slash in it");
    }
    return new Stream(text.substring(0, slash), text.substring(slash + 1));
  }

  @Override
  public String toString() {
    return kind + "/" + id;
  }
}

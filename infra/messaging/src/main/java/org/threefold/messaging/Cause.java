package org.threefold.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.threefold.events.Attributes;
import org.threefold.events.Stream;

/** Why something is decided: a request, a fact that was heard, or a clock that ran out. */
public sealed interface Cause {

  /** What the facts that follow name as their cause. */
  String id();

  /** Role and unit of who decides, never a name. */
  String actor();

  /** When, by the clock of the edge. */
  Instant at();

  /** The W3C trace this belongs to, if any. */
  @Nullable String traceparent();

  /**
   * Somebody asked over HTTP.
   *
   * @param key what makes a repeated request the same request: the client's Idempotency-Key with
   *     its principal, or a key of our own if the client gave none; at most 200 characters
   * @param bodyHash hash of what was asked; the same key with another hash is refused
   * @param expectedVersion from If-Match, if given
   */
  record Asked(
      String key,
      String bodyHash,
      @Nullable Long expectedVersion,
      String actor,
      Instant at,
      @Nullable String traceparent)
      implements Cause {
    @Override
    public String id() {
      return "request/" + key;
    }
  }

  /** A fact was heard on a topic. */
  record Heard(Attributes attributes, String actor, Instant at) implements Cause {

    /** The stream it was heard on. */
    public Stream stream() {
      return attributes.stream();
    }

    /** Its place in that stream. */
    public long version() {
      return attributes.version();
    }

    @Override
    public String id() {
      return attributes.id();
    }

    @Override
    public @Nullable String traceparent() {
      return attributes.traceparent();
    }
  }

  /** A deadline passed. */
  record Due(String what, String actor, Instant at) implements Cause {
    @Override
    public String id() {
      return "timer/" + what;
    }

    @Override
    public @Nullable String traceparent() {
      return null;
    }
  }
}

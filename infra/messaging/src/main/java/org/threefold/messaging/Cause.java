package org.threefold.messaging;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.threefold.events.Attributes;
import org.threefold.events.Event;
import org.threefold.events.EventCodec;
import org.threefold.events.ForeignEvent;
import org.threefold.events.Stream;

/**
 * Why something is decided: a request, a fact that was heard, an event of somebody outside, or a
 * clock that ran out.
 */
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
   * Whether nothing is probably known yet about the thing of this id, for this is the first that is
   * ever said of it. A guess, which only saves looking.
   */
  default boolean begins(String id) {
    return false;
  }

  /** A cause with a key that its asker has given it. */
  sealed interface Keyed extends Cause {

    /** What makes a repetition the same; at most 200 characters. */
    String key();

    /** Hash of what was said; the same key with another hash is refused. */
    String bodyHash();
  }

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
      implements Keyed {
    @Override
    public String id() {
      return "request/" + key;
    }

    /** A cause for what is done on the way, which the request itself must not be taken for. */
    public Asked beside(String what) {
      return beside(what, at);
    }

    /** The same, as of another time. */
    public Asked beside(String what, Instant then) {
      return new Asked(key + "/" + what + "@" + then, bodyHash, null, actor, then, traceparent);
    }
  }

  /**
   * Somebody outside said so, in a CloudEvent of their own, by whichever way it came.
   *
   * @param key source and id of the event, which name it for ever
   */
  record Told(String key, String bodyHash, String actor, Instant at, @Nullable String traceparent)
      implements Keyed {

    /**
     * The cause that this event is.
     *
     * @param event what is said in it; the same event in another form is the same
     * @param actor who speaks: role and unit, or system, never a name
     */
    public static Told of(ForeignEvent said, Event event, String actor, Instant at) {
      return new Told(
          said.source() + "#" + said.id(), hash(said, event), actor, at, said.traceparent());
    }

    @Override
    public String id() {
      return "event" + key;
    }

    private static String hash(ForeignEvent said, Event event) {
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update((said.type() + "\n").getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(EventCodec.write(event)));
      } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException("Every Java platform has SHA-256", impossible);
      }
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
    public boolean begins(String id) {
      return version() == 1 && stream().id().equals(id);
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

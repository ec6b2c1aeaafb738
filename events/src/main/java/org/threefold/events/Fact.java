package org.threefold.events;

/** An event with all that is said about it. */
public record Fact<E extends Event>(Attributes attributes, E event) {

  /** The event id, {@code <stream>@<version>}. */
  public String id() {
    return attributes.id();
  }

  /** The aggregate it happened to. */
  public Stream stream() {
    return attributes.stream();
  }

  /** Its place in the stream, from 1. */
  public long version() {
    return attributes.version();
  }
}

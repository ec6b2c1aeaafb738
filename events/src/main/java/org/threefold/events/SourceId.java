package org.threefold.events;

import java.util.regex.Pattern;

/** Where money comes from, year after year. */
public record SourceId(String value) implements Id {

  private static final Pattern FORM = PLAIN;

  /**
   * A source id from its text.
   *
   * @throws IllegalArgumentException if the text has not the form of a source id
   */
  public SourceId {
    Id.checked(value, FORM, "source id");
  }

  @Override
  public String toString() {
    return value;
  }
}

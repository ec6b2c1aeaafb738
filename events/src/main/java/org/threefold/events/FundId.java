package org.threefold.events;

import java.util.regex.Pattern;

/** A fund: money of one source, for one fiscal year. */
public record FundId(String value) implements Id {

  private static final Pattern FORM = PLAIN;

  /**
   * A fund id from its text.
   *
   * @throws IllegalArgumentException if the text has not the form of a fund id
   */
  public FundId {
    Id.checked(value, FORM, "fund id");
  }

  @Override
  public String toString() {
    return value;
  }
}

package org.threefold.events;

import java.util.regex.Pattern;

/** A registered charity that keeps the money of others. */
public record CharityId(String value) implements Id {

  private static final Pattern FORM = PLAIN;

  /**
   * A charity id from its text.
   *
   * @throws IllegalArgumentException if the text has not the form of a charity id
   */
  public CharityId {
    Id.checked(value, FORM, "charity id");
  }

  @Override
  public String toString() {
    return value;
  }
}

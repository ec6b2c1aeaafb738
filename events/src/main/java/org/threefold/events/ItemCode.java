package org.threefold.events;

import java.util.regex.Pattern;

/** An item of a department's purchase list. */
public record ItemCode(String value) implements Id {

  private static final Pattern FORM = PLAIN;

  /**
   * A purchase item code from its text.
   *
   * @throws IllegalArgumentException if the text has not the form of a purchase item code
   */
  public ItemCode {
    Id.checked(value, FORM, "purchase item code");
  }

  @Override
  public String toString() {
    return value;
  }
}

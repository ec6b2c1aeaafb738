package org.threefold.events;

import java.util.regex.Pattern;

/** An item of the county's service list, which departments' purchase lists price. */
public record ItemCode(String value) implements Id {

  private static final Pattern FORM = PLAIN;

  /**
   * An item code from its text.
   *
   * @throws IllegalArgumentException if the text has not the form of an item code
   */
  public ItemCode {
    Id.checked(value, FORM, "item code");
  }

  @Override
  public String toString() {
    return value;
  }
}

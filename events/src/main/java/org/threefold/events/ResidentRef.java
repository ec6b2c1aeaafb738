package org.threefold.events;

import java.util.regex.Pattern;

/** A random stand-in for a resident; who it is stands only in needs intake. */
public record ResidentRef(String value) implements Id {

  private static final Pattern FORM = PLAIN;

  /**
   * A resident reference from its text.
   *
   * @throws IllegalArgumentException if the text has not the form of a resident reference
   */
  public ResidentRef {
    Id.checked(value, FORM, "resident reference");
  }

  @Override
  public String toString() {
    return value;
  }
}

package org.threefold.events;

import java.util.regex.Pattern;

/** An agency that runs stations or undertakes projects. */
public record OperatorId(String value) implements Id {

  private static final Pattern FORM = PLAIN;

  /**
   * A operator id from its text.
   *
   * @throws IllegalArgumentException if the text has not the form of a operator id
   */
  public OperatorId {
    Id.checked(value, FORM, "operator id");
  }

  @Override
  public String toString() {
    return value;
  }
}

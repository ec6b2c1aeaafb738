package org.threefold.events;

import java.util.regex.Pattern;

/** A suspicion that somebody is in danger, under a name that says nothing. */
public record AlertId(String value) implements Id {

  private static final Pattern FORM = PLAIN;

  /**
   * An alert id from its text.
   *
   * @throws IllegalArgumentException if the text has not the form of an alert id
   */
  public AlertId {
    Id.checked(value, FORM, "alert id");
  }

  @Override
  public String toString() {
    return value;
  }
}

package org.threefold.events;

import java.util.regex.Pattern;

/** What a department's own system calls one of its activities; it says nothing of any person. */
public record ForeignId(String value) implements Id {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,38}");

  /**
   * An id of another system from its text.
   *
   * @throws IllegalArgumentException if the text has not the form of such an id
   */
  public ForeignId {
    Id.checked(value, FORM, "id of a source system");
  }

  @Override
  public String toString() {
    return value;
  }
}

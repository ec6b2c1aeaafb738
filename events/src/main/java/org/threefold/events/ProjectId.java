package org.threefold.events;

import java.util.regex.Pattern;

/** A service project: {@code P-<year>-<division9>-<4 or more digits>}. */
public record ProjectId(String value) implements Id {

  private static final Pattern FORM = Pattern.compile("P-[0-9]{4}-[0-9]{6,9}-[0-9]{4,9}");

  /**
   * A project id from its text.
   *
   * @throws IllegalArgumentException if the text has not the form of a project id
   */
  public ProjectId {
    Id.checked(value, FORM, "project id");
  }

  @Override
  public String toString() {
    return value;
  }
}

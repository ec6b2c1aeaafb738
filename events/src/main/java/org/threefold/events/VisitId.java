package org.threefold.events;

import java.util.regex.Pattern;

/**
 * A visit to a unit, numbered where it was received: {@code V-<division12>-<yyyymmdd>-<4 or more
 * digits>}.
 */
public record VisitId(String value) implements Id {

  private static final Pattern FORM = Pattern.compile("V-[0-9]{12}-[0-9]{8}-[0-9]{4,9}");

  /**
   * A visit id from its text.
   *
   * @throws IllegalArgumentException if the text has not the form of a visit id
   */
  public VisitId {
    Id.checked(value, FORM, "visit id");
  }

  @Override
  public String toString() {
    return value;
  }
}

package org.threefold.events;

import java.util.regex.Pattern;

/** A computer system of a department, as it calls itself: {@code dept-cyl} (domain §8.3). */
public record SourceSystem(String value) implements Id {

  static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,23}");

  /**
   * A source system from its text.
   *
   * @throws IllegalArgumentException if the text has not the form of the name of a system
   */
  public SourceSystem {
    Id.checked(value, FORM, "name of a source system");
  }

  @Override
  public String toString() {
    return value;
  }
}

package org.threefold.events;

import java.util.regex.Pattern;

/** Money held for one plan version of one project. */
public record ReservationId(String value) implements Id {

  private static final Pattern FORM = PLAIN;

  /**
   * A reservation id from its text.
   *
   * @throws IllegalArgumentException if the text has not the form of a reservation id
   */
  public ReservationId {
    Id.checked(value, FORM, "reservation id");
  }

  @Override
  public String toString() {
    return value;
  }
}

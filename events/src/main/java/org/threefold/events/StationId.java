package org.threefold.events;

import java.util.regex.Pattern;

/**
 * A unit of the county: the general station or a town station ({@code ST-…}), or a community room
 * ({@code RM-…}).
 */
public record StationId(String value) implements Id {

  private static final Pattern FORM = Pattern.compile("ST-[0-9]{6}|ST-[0-9]{9}|RM-[0-9]{12}");

  /**
   * A station id from its text.
   *
   * @throws IllegalArgumentException if the text has not the form of a station id
   */
  public StationId {
    Id.checked(value, FORM, "station id");
  }

  /** The division the unit serves, which its id names. */
  public DivisionCode division() {
    return new DivisionCode(value.substring(3));
  }

  /** Whether this is a community room. */
  public boolean isRoom() {
    return value.startsWith("RM-");
  }

  @Override
  public String toString() {
    return value;
  }
}

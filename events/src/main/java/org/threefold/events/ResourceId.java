package org.threefold.events;

import java.util.regex.Pattern;

/**
 * Somebody or something that can help, numbered where it belongs: {@code RS-<town or county>-<4 or
 * more digits>}.
 */
public record ResourceId(String value) implements Id {

  private static final Pattern FORM = Pattern.compile("RS-(?:[0-9]{6}|[0-9]{9})-[0-9]{4,9}");

  /**
   * A resource id from its text.
   *
   * @throws IllegalArgumentException if the text has not the form of a resource id
   */
  public ResourceId {
    Id.checked(value, FORM, "resource id");
  }

  /** The town it belongs to, or the county, which its id names. */
  public DivisionCode home() {
    return new DivisionCode(value.substring(3, value.lastIndexOf('-')));
  }

  @Override
  public String toString() {
    return value;
  }
}

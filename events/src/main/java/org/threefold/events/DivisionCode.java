package org.threefold.events;

import java.util.regex.Pattern;

/**
 * An administrative division: 6 digits for the county, 9 for a town, 12 for a community or village
 * (domain §2.7).
 */
public record DivisionCode(String value) implements Id {

  private static final Pattern FORM = Pattern.compile("[0-9]{6}|[0-9]{9}|[0-9]{12}");

  /**
   * A division code from its text.
   *
   * @throws IllegalArgumentException if the text has not the form of a division code
   */
  public DivisionCode {
    Id.checked(value, FORM, "division code");
  }

  /** Whether the other division is this one or lies inside it; codes nest by prefix. */
  public boolean covers(DivisionCode other) {
    return other.value.startsWith(value);
  }

  /**
   * The town (9 digits) this division is or lies in.
   *
   * @throws IllegalStateException for the county, which lies in no town
   */
  public DivisionCode town() {
    if (value.length() < 9) {
      throw new IllegalStateException(value + " lies in no town");
    }
    return new DivisionCode(value.substring(0, 9));
  }

  @Override
  public String toString() {
    return value;
  }
}

package org.threefold.events;

import java.util.regex.Pattern;

/**
 * A department of the county that buys, checks or publishes: CAB, PUB, CYL, WMF, FIN, … (domain
 * §8.3).
 */
public record DeptCode(String value) implements Id {

  private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9]{1,9}");

  /**
   * A department code from its text.
   *
   * @throws IllegalArgumentException if the text has not the form of a department code
   */
  public DeptCode {
    Id.checked(value, FORM, "department code");
  }

  @Override
  public String toString() {
    return value;
  }
}

package org.threefold.events;

import java.util.regex.Pattern;

/** A low-fee programme (domain §8.5). */
public record ProgrammeId(String value) implements Id {

  private static final Pattern FORM = PLAIN;

  /**
   * A programme id from its text.
   *
   * @throws IllegalArgumentException if the text has not the form of a programme id
   */
  public ProgrammeId {
    Id.checked(value, FORM, "programme id");
  }

  @Override
  public String toString() {
    return value;
  }
}

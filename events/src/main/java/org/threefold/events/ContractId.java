package org.threefold.events;

import java.util.regex.Pattern;

/** One contract with an operator, for running stations or for one project. */
public record ContractId(String value) implements Id {

  private static final Pattern FORM = PLAIN;

  /**
   * A contract id from its text.
   *
   * @throws IllegalArgumentException if the text has not the form of a contract id
   */
  public ContractId {
    Id.checked(value, FORM, "contract id");
  }

  @Override
  public String toString() {
    return value;
  }
}

package org.threefold.events;

import java.util.regex.Pattern;

/** One payment out of a reservation: the reservation and its tranche. */
public record DisbursementId(String value) implements Id {

  private static final Pattern FORM = PLAIN;

  /**
   * A disbursement id from its text.
   *
   * @throws IllegalArgumentException if the text has not the form of a disbursement id
   */
  public DisbursementId {
    Id.checked(value, FORM, "disbursement id");
  }

  @Override
  public String toString() {
    return value;
  }
}

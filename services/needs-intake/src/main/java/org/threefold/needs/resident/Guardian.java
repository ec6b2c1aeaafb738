package org.threefold.needs.resident;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for a resident that cannot.
 *
 * @param consentOn the day on which the guardian agreed that this is kept of the resident
 */
record Guardian(String name, Phone phone, Relation relation, @Nullable LocalDate consentOn) {

  @Override
  public String toString() {
    return "***";
  }
}

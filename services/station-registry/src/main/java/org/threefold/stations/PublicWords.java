package org.threefold.stations;

import org.jspecify.annotations.Nullable;
import org.threefold.access.PersonalData;
import org.threefold.access.Refused;

/** Words that the register says to everybody. */
public final class PublicWords {

  private PublicWords() {}

  /**
   * Lets words pass in which no number leads to a person; null passes, too.
   *
   * @throws Refused REG-092, with the field and what was found
   */
  public static void mustSayNothingOfAPerson(String field, @Nullable String text) {
    if (text != null) {
      PersonalData.find(text)
          .ifPresent(found -> {
            throw new Refused("REG-092", field, found);
          });
    }
  }
}

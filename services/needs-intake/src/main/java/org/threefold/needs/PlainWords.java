package org.threefold.needs;

import org.threefold.access.PersonalData;
import org.threefold.access.Refused;

/** Words that may stand where many read them. */
public final class PlainWords {

  private PlainWords() {}

  /**
   * Goes on if the text has no number that leads to a person.
   *
   * @throws Refused NEED-009, with the field and the kind, never with the number
   */
  public static void mustSayNothingOfAPerson(String field, String text) {
    PersonalData.find(text)
        .ifPresent(found -> {
          throw new Refused("NEED-009", field, found);
        });
  }
}

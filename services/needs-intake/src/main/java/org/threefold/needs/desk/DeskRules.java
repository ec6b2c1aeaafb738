package org.threefold.needs.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.threefold.access.Refused;
import org.threefold.events.ResidentRef;
import org.threefold.needs.PlainWords;

/** The rules that hold for everything that is written down at a desk. */
public final class DeskRules {

  private DeskRules() {}

  /**
   * Goes on if the words may be kept: those about a registered resident are sealed with the
   * resident's key, all others must hold no number that leads to a person.
   *
   * @throws Refused NEED-009
   */
  public static void mustBeKeepable(
      String field, @Nullable String words, @Nullable ResidentRef resident) {
    if (words != null && resident == null) {
      PlainWords.mustSayNothingOfAPerson(field, words);
    }
  }

  /**
   * Goes on if the time lies between the two, both included.
   *
   * @throws Refused NEED-031
   */
  public static void mustLieWithin(Instant at, Instant first, Instant last) {
    if (at.isBefore(first) || at.isAfter(last)) {
      throw new Refused("NEED-031", at, first, last);
    }
  }
}

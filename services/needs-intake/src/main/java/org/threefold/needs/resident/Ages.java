package org.threefold.needs.resident;

import java.time.LocalDate;
import java.time.Period;
import java.util.Set;
import org.threefold.events.AgeBand;

/** Age bands of one person. */
final class Ages {

  private static final Set<AgeBand> MINORS = Set.of(AgeBand.UNDER_14, AgeBand.FROM_14);

  private Ages() {}

  static AgeBand band(LocalDate birthday, LocalDate today) {
    int years = Period.between(birthday, today).getYears();
    if (years < 14) {
      return AgeBand.UNDER_14;
    } else if (years < 18) {
      return AgeBand.FROM_14;
    } else if (years < 60) {
      return AgeBand.FROM_18;
    } else {
      return years < 80 ? AgeBand.FROM_60 : AgeBand.FROM_80;
    }
  }

  static boolean isMinor(AgeBand band) {
    return MINORS.contains(band);
  }
}

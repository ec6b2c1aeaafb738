package org.threefold.needs.open311;

import java.lang.Character.UnicodeScript;

/** How a name is written of which a form knows two parts. */
final class PersonName {

  private PersonName() {}

  /** A Chinese name begins with that of the family and has no blank; others end with it. */
  static String of(String family, String given) {
    boolean chinese =
        (family + given).codePoints().allMatch(it -> UnicodeScript.of(it) == UnicodeScript.HAN);
    return chinese ? family + given : (given + " " + family).strip();
  }
}

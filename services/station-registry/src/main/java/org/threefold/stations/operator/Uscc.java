package org.threefold.stations.operator;

import java.util.regex.Pattern;

/**
 * The unified social credit code of a body, GB 32100: 18 characters, the last one checks the
 * others.
 */
final class Uscc {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };
  private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{18}");

  private Uscc() {}

  static boolean valid(String code) {
    if (!FORM.matcher(code).matches()) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * ALPHABET.indexOf(code.charAt(i));
    }
    return code.charAt(17) == ALPHABET.charAt((31 - sum % 31) % 31);
  }
}

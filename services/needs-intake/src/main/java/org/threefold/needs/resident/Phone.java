package org.threefold.needs.resident;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mobile or landline number of the mainland, as its digits without the country's.
 *
 * @param digits {@code 13812345678}, or with the area code {@code 08312345678}
 */
record Phone(String digits) {

  private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Cf}\\-‐-―.()]");
  private static final Pattern ABROAD = Pattern.compile("(?:\\+|00)86(.*)|86(1[0-9]{10})");
  private static final Pattern FORM =
      Pattern.compile("1[3-9][0-9]{9}|0[1-9][0-9]{1,2}[2-8][0-9]{6,7}");

  /** So many digits at the beginning and at the end are shown to everybody. */
  private static final int HEAD = 3;

  private static final int TAIL = 4;

  /** The number that is written so, if it is one. */
  static Optional<Phone> of(String written) {
    String plain =
        BETWEEN.matcher(Normalizer.normalize(written, Normalizer.Form.NFKC)).replaceAll("");
    Matcher abroad = ABROAD.matcher(plain);
    if (abroad.matches()) {
      String rest = abroad.group(1) != null ? abroad.group(1) : abroad.group(2);
      plain = rest.startsWith("1") || rest.startsWith("0") ? rest : "0" + rest;
    }
    return FORM.matcher(plain).matches() ? Optional.of(new Phone(plain)) : Optional.empty();
  }

  /** {@code 138****5678}. */
  String masked() {
    return digits.substring(0, HEAD) + "****" + digits.substring(digits.length() - TAIL);
  }

  @Override
  public String toString() {
    return "***";
  }
}

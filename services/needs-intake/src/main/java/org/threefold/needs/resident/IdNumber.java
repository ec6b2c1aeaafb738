package org.threefold.needs.resident;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.threefold.access.PersonalData;

/**
 * A citizen's identity number (GB 11643), with a birthday and a check character that are right.
 *
 * @param value eighteen characters, the last a digit or an X
 */
record IdNumber(String value) {

  private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Cf}\\-‐-―]");
  private static final Pattern FORM = Pattern.compile("[0-9]{17}[0-9X]");
  private static final int BIRTHDAY = 6;
  private static final int AFTER_BIRTHDAY = 14;
  private static final int SHOWN = 2;

  /** The number that is written so, if it is one. */
  static Optional<IdNumber> of(String written) {
    String plain =
        BETWEEN
            .matcher(Normalizer.normalize(written, Normalizer.Form.NFKC))
            .replaceAll("")
            .toUpperCase(Locale.ROOT);
    boolean right =
        FORM.matcher(plain).matches()
            && PersonalData.find(plain).filter(PersonalData.ID_NUMBER::equals).isPresent();
    return right ? Optional.of(new IdNumber(plain)) : Optional.empty();
  }

  LocalDate birthday() {
    return LocalDate.parse(
        value.substring(BIRTHDAY, AFTER_BIRTHDAY), DateTimeFormatter.BASIC_ISO_DATE);
  }

  /** The province and the last two characters; the rest would tell birthday and sex. */
  String masked() {
    return value.substring(0, SHOWN) + "*".repeat(14) + value.substring(value.length() - SHOWN);
  }

  @Override
  public String toString() {
    return "***";
  }
}

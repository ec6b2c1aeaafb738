package org.threefold.access;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds numbers that lead to a person, for texts that may hold none. Blanks, hyphens, invisible
 * characters and full-width digits do not hide them; names and addresses it does not find. Numbers
 * of orders and the like pass, unless chance has given them the very form and check digit.
 */
public enum PersonalData {
  /** A citizen's identity number, with a birthday and a checksum that are right. */
  ID_NUMBER {
    @Override
    boolean is(String digits) {
      return ID_FORM.matcher(digits).matches() && hasBirthday(digits) && hasIdChecksum(digits);
    }
  },
  /** A mobile number of the mainland. */
  MOBILE_NUMBER {
    @Override
    boolean is(String digits) {
      return MOBILE_FORM.matcher(digits).matches();
    }
  },
  /** A card number, with a checksum that is right. */
  BANK_CARD {
    @Override
    boolean is(String digits) {
      return CARD_FORM.matcher(digits).matches() && hasLuhnChecksum(digits);
    }
  };

  /** Provinces have 1 to 9 as their first digit; nobody was born before the 19th century. */
  private static final Pattern ID_FORM = Pattern.compile("[1-9][0-9]{5}(?:18|19|20)[0-9]{9}[0-9X]");

  private static final Pattern MOBILE_FORM = Pattern.compile("(?:(?:00)?86)?1[3-9][0-9]{9}");

  /** Banks have 3 to 6, 9, and some of 2; what begins with 20 is a year. */
  private static final Pattern CARD_FORM = Pattern.compile("(?!20)[2-69][0-9]{15,18}");

  private static final int LONGEST = 19;

  /** Digits, and an X as the last character of an identity number. */
  private static final Pattern RUN = Pattern.compile("\\p{Nd}+(?:[Xx](?![\\p{L}\\p{Nd}]))?");

  /** What people put between the groups of one number. */
  private static final Pattern GAP = Pattern.compile("[\\s\\p{Cf}\\-‐-―.·•_/()]{1,3}");

  abstract boolean is(String digits);

  /** The kind of the first such number in the text. */
  public static Optional<PersonalData> find(String text) {
    for (List<String> line : neighbours(Normalizer.normalize(text, Normalizer.Form.NFKC))) {
      for (int from = 0; from < line.size(); from++) {
        var number = new StringBuilder();
        for (int to = from; to < line.size() && number.length() <= LONGEST; to++) {
          String digits = number.append(line.get(to)).toString();
          for (PersonalData kind : values()) {
            if (kind.is(digits)) {
              return Optional.of(kind);
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Runs of digits, those together that may be groups of one number. */
  private static List<List<String>> neighbours(String text) {
    List<List<String>> all = new ArrayList<>();
    List<String> line = new ArrayList<>();
    int end = 0;
    Matcher runs = RUN.matcher(text);
    while (runs.find()) {
      if (!line.isEmpty() && !GAP.matcher(text.substring(end, runs.start())).matches()) {
        all.add(line);
        line = new ArrayList<>();
      }
      line.add(plain(runs.group()));
      end = runs.end();
    }
    all.add(line);
    return all;
  }

  private static String plain(String run) {
    var plain = new StringBuilder();
    run.codePoints()
        .forEach(it ->
            plain.append(Character.isDigit(it) ? (char) ('0' + Character.digit(it, 10)) : 'X'));
    return plain.toString();
  }

  private static boolean hasBirthday(String id) {
    try {
      LocalDate.parse(id.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
      return true;
    } catch (DateTimeException _) {
      return false;
    }
  }

  /** GB 11643: ISO 7064 MOD 11-2 over all eighteen characters. */
  private static boolean hasIdChecksum(String id) {
    int sum = 0;
    for (int i = 0; i < id.length(); i++) {
      int value = id.charAt(i) == 'X' ? 10 : id.charAt(i) - '0';
      sum = (sum * 2 + value) % 11;
    }
    return sum == 1;
  }

  private static boolean hasLuhnChecksum(String card) {
    int sum = 0;
    for (int i = 0; i < card.length(); i++) {
      int digit = card.charAt(card.length() - 1 - i) - '0';
      int counted = i % 2 == 0 ? digit : digit * 2;
      sum += counted > 9 ? counted - 9 : counted;
    }
    return sum % 10 == 0;
  }
}

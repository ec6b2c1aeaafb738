package org.threefold.e2e.checking;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Nothing that was said leads to a person: no text has the form of an identity card number with its
 * right check digit, or of a mobile number. Amounts are numbers, no texts, and may look as they
 * like.
 */
final class PersonalNumbers {

  private static final Pattern IDENTITY =
      Pattern.compile("(?<![0-9A-Za-z])[1-9][0-9]{16}[0-9Xx](?![0-9A-Za-z])");
  private static final Pattern MOBILE =
      Pattern.compile("(?<![0-9A-Za-z])(?:\\+?86[- ]?)?1[3-9][0-9]{9}(?![0-9A-Za-z])");
  private static final JsonMapper JSON = new JsonMapper();

  private final Report report;

  PersonalNumbers(Report report) {
    this.report = report;
  }

  void hear(Spoken spoken) {
    try {
      look(spoken, JSON.readTree(spoken.data()));
    } catch (JacksonException notJson) {
      look(spoken, new String(spoken.data(), StandardCharsets.UTF_8));
    }
  }

  private void look(Spoken spoken, JsonNode node) {
    if (node.isString()) {
      look(spoken, node.asString());
    }
    node.propertyNames().forEach(name -> look(spoken, name));
    node.forEach(child -> look(spoken, child));
  }

  /** Says where such a number is, never which. */
  private void look(Spoken spoken, String text) {
    Matcher identity = IDENTITY.matcher(text);
    while (identity.find()) {
      if (hasCheckDigit(identity.group())) {
        report.violation("%s has an identity card number in it".formatted(spoken.place()));
      }
    }
    if (MOBILE.matcher(text).find()) {
      report.violation("%s has a mobile number in it".formatted(spoken.place()));
    }
  }

  /** GB 11643-1999: the weighted sum of the first seventeen, modulo 11, names the last. */
  private static boolean hasCheckDigit(String number) {
    int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * (number.charAt(i) - '0');
    }
    return "10X98765432".charAt(sum % 11) == Character.toUpperCase(number.charAt(17));
  }
}

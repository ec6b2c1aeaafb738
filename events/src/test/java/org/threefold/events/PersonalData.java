package org.threefold.events;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Looks for fields that could hold who a resident is, and for values that look as if they did
 * (domain §4.1, privacy).
 *
 * <p>Free text is where names hide, so every text field has to be allowed by name, with a reason.
 */
final class PersonalData {
  private static final Set<String> SUSPECT_WORDS =
      Set.of(
          ("name names phone mobile tel telephone email mail wechat qq address street house birth"
                  + " birthday birthdate born idcard identity passport gender sex nation ethnicity"
                  + " religion photo picture image face fingerprint voice health illness disease"
                  + " diagnosis medication income account card bank text note notes remark remarks"
                  + " comment comments message description words story guardian spouse contact"
                  + " longitude latitude gps location plate")
              .split(" "));

  private static final Set<Class<?>> HARMLESS =
      Set.of(
          int.class,
          long.class,
          boolean.class,
          Integer.class,
          Long.class,
          BigDecimal.class,
          LocalDate.class,
          Instant.class);

  private static final Map<String, Pattern> SUSPECT_VALUES =
      Map.of(
          "an identity number", bounded("[1-9][0-9]{16}[0-9Xx]"),
          "an old identity number", bounded("[1-9][0-9]{5}[0-9]{2}(?:0[1-9]|1[0-2])[0-3][0-9]{4}"),
          "a mobile number", bounded("(?:\\+?86[ -]?)?1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}"),
          "a bank card", bounded("[3-6][0-9]{3}(?:[ -]?[0-9]{4}){3}(?:[ -]?[0-9]{1,3})?"),
          "an e-mail address", Pattern.compile("[\\w.]+@[\\w-]+\\.[a-z]{2,}"));

  private final Map<String, String> allowed;

  /**
   * @param allowed fields that may look suspect, as {@code Record.field}, and why each may
   */
  PersonalData(Map<String, String> allowed) {
    this.allowed = allowed;
  }

  List<String> inFieldsOf(Class<?> type) {
    List<String> findings = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      String field = type.getSimpleName() + "." + component.getName();
      if (!allowed.containsKey(field)) {
        words(component.getName()).stream()
            .filter(SUSPECT_WORDS::contains)
            .forEach(word -> findings.add(field + " sounds like personal data: " + word));
        findings.addAll(inType(field, component.getGenericType()));
      }
    }
    return findings;
  }

  static List<String> inText(String text) {
    return SUSPECT_VALUES.entrySet().stream()
        .filter(it -> it.getValue().matcher(text).find())
        .map(it -> "looks like " + it.getKey())
        .toList();
  }

  private List<String> inType(String field, Type type) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return inType(field, list.getActualTypeArguments()[0]);
    }
    if (type instanceof Class<?> plain) {
      if (HARMLESS.contains(plain) || plain.isEnum() || Id.class.isAssignableFrom(plain)) {
        return List.of();
      }
      if (plain.isRecord()) {
        return inFieldsOf(plain);
      }
    }
    return List.of(field + " can hold free text");
  }

  /**
   * The words of a name in camel case, and neighbours taken together: idCard is id, card, idcard.
   */
  private static List<String> words(String name) {
    List<String> single =
        Arrays.stream(name.split("(?=[A-Z])")).map(it -> it.toLowerCase(Locale.ROOT)).toList();
    List<String> words = new ArrayList<>(single);
    for (int i = 1; i < single.size(); i++) {
      words.add(single.get(i - 1) + single.get(i));
    }
    return words;
  }

  private static Pattern bounded(String digits) {
    return Pattern.compile("(?<![0-9A-Za-z])" + digits + "(?![0-9A-Za-z])");
  }
}

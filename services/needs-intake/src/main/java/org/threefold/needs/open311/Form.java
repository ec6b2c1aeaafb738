package org.threefold.needs.open311;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.threefold.access.json.StrictValues;
import org.threefold.access.problems.Flaw;
import org.threefold.access.problems.Problem;
import org.threefold.access.problems.WithProblem;

/**
 * What a form says (application/x-www-form-urlencoded, UTF-8), in a body or behind the question
 * mark of an address. Read by hand and strictly: the gate keeps bodies for itself, and a container
 * would pass over what it cannot read. It does not print what is in it.
 */
final class Form {

  static final int MOST_BYTES = 64 * 1024;
  static final int MOST_PARAMETERS = 100;

  /** What GeoReport allows for a description, the longest of all. */
  static final int LONGEST_VALUE = 4_000;

  private static final int LONGEST_NAME = 100;

  private final Map<String, List<String>> values;

  private Form(Map<String, List<String>> values) {
    this.values = values;
  }

  /**
   * All that these texts say together.
   *
   * @throws WithProblem NEED-075 if it is too much, API-013 if it cannot be read
   */
  static Form of(byte[]... texts) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    int parameters = 0;
    for (byte[] text : texts) {
      if (text.length > MOST_BYTES) {
        throw tooMuch();
      }
      int from = 0;
      while (from < text.length) {
        int to = indexOf((byte) '&', text, from, text.length);
        if (to > from) {
          if (++parameters > MOST_PARAMETERS) {
            throw tooMuch();
          }
          put(text, from, to, values);
        }
        from = to + 1;
      }
    }
    return new Form(values);
  }

  /** The refusal of what is no form, or too large a one. */
  static WithProblem tooMuch() {
    return Problem.of("NEED-075", MOST_BYTES / 1024, MOST_PARAMETERS).thrown();
  }

  private static void put(byte[] text, int from, int to, Map<String, List<String>> into) {
    int equals = indexOf((byte) '=', text, from, to);
    String name = decoded(text, from, equals, "–");
    if (name.length() > LONGEST_NAME) {
      throw malformed("–", "field.limit");
    }
    String value = decoded(text, Math.min(equals + 1, to), to, name);
    if (value.codePointCount(0, value.length()) > LONGEST_VALUE) {
      throw malformed(name, "field.limit");
    }
    into.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
  }

  private static int indexOf(byte wanted, byte[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text[i] == wanted) {
        return i;
      }
    }
    return to;
  }

  private static String decoded(byte[] text, int from, int to, String name) {
    var bytes = new ByteArrayOutputStream(to - from);
    int i = from;
    while (i < to) {
      switch (text[i]) {
        case '+' -> bytes.write(' ');
        case '%' -> {
          if (i + 2 >= to) {
            throw malformed(name, "field.form");
          }
          bytes.write((digit(text[i + 1], name) << 4) | digit(text[i + 2], name));
          i += 2;
        }
        default -> bytes.write(text[i]);
      }
      i++;
    }
    try {
      String read =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes.toByteArray()))
              .toString();
      // Browsers send each end of a line as two characters.
      return StrictValues.clean(read.replace("\r\n", "\n").replace('\r', '\n'));
    } catch (CharacterCodingException | IllegalArgumentException unreadable) {
      throw malformed(name, "field.text");
    }
  }

  private static int digit(byte character, String name) {
    int digit = Character.digit(character, 16);
    if (digit < 0) {
      throw malformed(name, "field.form");
    }
    return digit;
  }

  /** The refusal of one parameter. */
  static WithProblem malformed(String name, String sentence, Object... arguments) {
    return Problem.of("API-013", name).at(Flaw.parameter(name, sentence, arguments)).thrown();
  }

  /**
   * The value of a parameter; empty if it has none, or an empty one.
   *
   * @throws WithProblem API-013 if it has two
   */
  Optional<String> one(String name) {
    List<String> given = all(name);
    if (given.size() > 1) {
      throw malformed(name, "header.once");
    }
    return given.stream().findFirst();
  }

  /** All values of a parameter but the empty ones. */
  List<String> all(String name) {
    return values.getOrDefault(name, List.of()).stream()
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .toList();
  }

  /** All values of a parameter that may also be parted by commas. */
  List<String> listed(String name) {
    return all(name).stream()
        .flatMap(it -> Stream.of(it.split(",", -1)))
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .distinct()
        .toList();
  }

  /** What there is a value of. */
  Set<String> names() {
    return values.keySet();
  }

  @Override
  public String toString() {
    return "***";
  }
}

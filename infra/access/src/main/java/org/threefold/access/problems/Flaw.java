package org.threefold.access.problems;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One place that is wrong in a request.
 *
 * @param pointer the JSON pointer of a field of the body
 * @param parameter the name of a parameter or header, if it is not a field of the body
 * @param sentence the key of a sentence in the problems folder, or the sentence itself
 * @param arguments what the sentence names
 */
public record Flaw(
    @Nullable String pointer, @Nullable String parameter, String sentence, List<Object> arguments) {

  public Flaw {
    arguments = List.copyOf(arguments);
  }

  /** A field of the body is wrong. */
  public static Flaw field(String pointer, String sentence, Object... arguments) {
    return new Flaw(pointer, null, sentence, List.of(arguments));
  }

  /** A parameter is none of the values of this enumeration. */
  public static Flaw notOneOf(String name, Class<? extends Enum<?>> values) {
    return parameter(name, "field.enum", Allowed.of(values));
  }

  /** A parameter or header is wrong. */
  public static Flaw parameter(String name, String sentence, Object... arguments) {
    return new Flaw(null, name, sentence, List.of(arguments));
  }
}

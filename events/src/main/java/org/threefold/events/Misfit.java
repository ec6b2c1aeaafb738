package org.threefold.events;

import java.util.Arrays;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;

/** Says where and how data does not fit its type, without a word of the data. */
final class Misfit {
  private Misfit() {}

  static String describe(JacksonException unfit) {
    return kind(unfit) + place(unfit) + offset(unfit.getLocation());
  }

  private static String kind(JacksonException unfit) {
    return switch (unfit) {
      case InputCoercionException _ -> "a number is out of range";
      case StreamConstraintsException _ -> "it is too deep or too long";
      case StreamReadException _ -> "it is no well-formed JSON, or a field stands twice";
      default -> "a value is missing or has not its type";
    };
  }

  private static String place(JacksonException unfit) {
    String path = unfit.getPath().stream().map(Misfit::step).collect(Collectors.joining());
    return path.isEmpty() ? "" : " at " + path;
  }

  /** Only names that our records declare: the name of an unknown field is data as well. */
  private static String step(JacksonException.Reference step) {
    if (step.getPropertyName() == null) {
      return "[" + step.getIndex() + "]";
    }
    return isDeclared(step) ? "." + step.getPropertyName() : ".?";
  }

  private static boolean isDeclared(JacksonException.Reference step) {
    Class<?> owner = step.from() instanceof Class<?> type ? type : step.from().getClass();
    return owner.isRecord()
        && Arrays.stream(owner.getRecordComponents())
            .anyMatch(it -> it.getName().equals(step.getPropertyName()));
  }

  private static String offset(TokenStreamLocation location) {
    return location == null || location.getByteOffset() < 0
        ? ""
        : ", near byte " + location.getByteOffset();
  }
}

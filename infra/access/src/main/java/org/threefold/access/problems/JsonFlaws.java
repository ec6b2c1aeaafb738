package org.threefold.access.problems;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.threefold.events.Id;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** What is wrong in a JSON body that could not be read, and where. */
final class JsonFlaws {

  private static final Set<Class<?>> WHOLE_NUMBERS =
      Set.of(
          int.class,
          Integer.class,
          long.class,
          Long.class,
          short.class,
          Short.class,
          byte.class,
          Byte.class,
          BigInteger.class);

  private static final Set<Class<?>> NUMBERS =
      Set.of(double.class, Double.class, float.class, Float.class, BigDecimal.class);

  private JsonFlaws() {}

  static Problem of(HttpMessageNotReadableException unreadable) {
    return switch (unreadable.getCause()) {
      case null -> invalid("", "field.body");
      case UnrecognizedPropertyException it ->
          Problem.of("API-002").at(Flaw.field(Pointers.of(it.getPath()), "field.unknown"));
      case StreamConstraintsException it -> invalid(place(it), "field.limit");
      case InputCoercionException it -> invalid(place(it), expected(it.getTargetType()));
      case StreamReadException it -> malformed(it);
      case ValueInstantiationException it -> notMade(it);
      case MismatchedInputException it -> mismatched(it);
      case JacksonException it -> invalid(Pointers.of(it.getPath()), "field.form");
      default -> malformed(TokenStreamLocation.NA);
    };
  }

  private static Problem invalid(String pointer, String sentence, Object... arguments) {
    return Problem.of("API-003").at(Flaw.field(pointer, sentence, arguments));
  }

  /** Where the parser stopped, if it stopped before anybody asked for the value. */
  private static String place(JacksonException thrown) {
    String path = Pointers.of(thrown.getPath());
    return path.isEmpty() && thrown.processor() instanceof JsonParser parser
        ? parser.streamReadContext().pathAsPointer().toString()
        : path;
  }

  private static Problem malformed(JacksonException thrown) {
    return malformed(thrown.getLocation());
  }

  private static Problem malformed(@Nullable TokenStreamLocation where) {
    return where == null
        ? Problem.of("API-001", 1, 1)
        : Problem.of("API-001", Math.max(where.getLineNr(), 1), Math.max(where.getColumnNr(), 1));
  }

  /** A constructor refused its arguments, for instance that of an id. */
  private static Problem notMade(ValueInstantiationException thrown) {
    JavaType type = thrown.getType();
    boolean text = type != null && Id.class.isAssignableFrom(type.getRawClass());
    return invalid(Pointers.of(thrown.getPath()), text ? "field.id" : "field.form");
  }

  private static Problem mismatched(MismatchedInputException thrown) {
    String message = thrown.getOriginalMessage();
    // The parser has no type of its own for this.
    if (message != null && message.startsWith("Trailing token")) {
      return malformed(thrown);
    }
    String pointer = Pointers.of(thrown.getPath());
    Class<?> wanted = thrown.getTargetType();
    if (wanted == null) {
      return invalid(pointer, "field.form");
    }
    if (wanted.isEnum()) {
      return Problem.of("API-003").at(Flaw.field(pointer, "field.enum", Allowed.of(wanted)));
    }
    if (wanted == String.class && thrown instanceof InvalidFormatException) {
      return invalid(pointer, "field.text");
    }
    return invalid(pointer, expected(wanted));
  }

  private static String expected(Class<?> wanted) {
    if (wanted == String.class) {
      return "expected.text";
    } else if (WHOLE_NUMBERS.contains(wanted)) {
      return "expected.integer";
    } else if (NUMBERS.contains(wanted)) {
      return "expected.number";
    } else if (wanted == boolean.class || wanted == Boolean.class) {
      return "expected.boolean";
    } else if (wanted == LocalDate.class) {
      return "expected.date";
    } else if (wanted == Instant.class) {
      return "expected.instant";
    } else if (Id.class.isAssignableFrom(wanted)) {
      return "field.id";
    } else if (wanted.isArray() || Collection.class.isAssignableFrom(wanted)) {
      return "expected.list";
    } else {
      return "expected.object";
    }
  }
}

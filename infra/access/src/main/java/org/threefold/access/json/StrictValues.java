package org.threefold.access.json;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads text as clean text, days and times as ISO 8601 text, and numbers of a sane size; Jackson
 * alone would also take a number for a text, an array for a day, and seconds for an instant.
 */
public final class StrictValues {

  private static final int ISO_DAY = "2026-11-23".length();

  /**
   * No amount or score of the county needs more; 1e400000000 would eat the memory of its reader.
   */
  private static final int MOST_DIGITS = 40;

  private StrictValues() {}

  static SimpleModule module() {
    return new SimpleModule("strict-values")
        .addDeserializer(String.class, new Text<>(String.class, StrictValues::clean))
        .addDeserializer(LocalDate.class, new Text<>(LocalDate.class, StrictValues::day))
        .addDeserializer(LocalTime.class, new Text<>(LocalTime.class, LocalTime::parse))
        .addDeserializer(Instant.class, new Text<>(Instant.class, Instant::parse))
        .addDeserializer(BigDecimal.class, new Decimal());
  }

  /**
   * The text in normal form C, so that the same characters are the same text.
   *
   * @throws IllegalArgumentException if it has characters that are not for reading: controls other
   *     than line feed and tab, bidirectional overrides, halves of characters
   */
  public static String clean(String text) {
    if (text.codePoints().anyMatch(StrictValues::isUnreadable)) {
      throw new IllegalArgumentException("Not readable text");
    }
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static boolean isUnreadable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL -> character != '\n' && character != '\t';
      case Character.SURROGATE -> true;
      default ->
          (character >= 0x202A && character <= 0x202E)
              || (character >= 0x2066 && character <= 0x2069);
    };
  }

  private static LocalDate day(String text) {
    if (text.length() != ISO_DAY) {
      throw new DateTimeException("A day has ten characters");
    }
    return LocalDate.parse(text);
  }

  /** A value that travels as JSON text and nothing else. */
  private static final class Text<T> extends StdScalarDeserializer<T> {
    private final transient Function<String, T> form;

    Text(Class<T> type, Function<String, T> form) {
      super(type);
      this.form = form;
    }

    @Override
    @SuppressWarnings(
        "unchecked") // What handleWeirdStringValue returns fits the class it is given.
    public T deserialize(JsonParser parser, DeserializationContext context) {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return (T) context.handleUnexpectedToken(_valueClass, parser);
      }
      String text = parser.getString();
      try {
        return form.apply(text);
      } catch (DateTimeException | IllegalArgumentException malformed) {
        return (T) context.handleWeirdStringValue(_valueClass, text, "malformed");
      }
    }
  }

  /** A decimal that travels as a JSON number of at most {@value #MOST_DIGITS} digits. */
  private static final class Decimal extends StdScalarDeserializer<BigDecimal> {
    Decimal() {
      super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) {
      if (!parser.hasToken(JsonToken.VALUE_NUMBER_INT)
          && !parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
        return (BigDecimal) context.handleUnexpectedToken(_valueClass, parser);
      }
      BigDecimal value = parser.getDecimalValue();
      if (value.precision() > MOST_DIGITS || Math.abs(value.scale()) > MOST_DIGITS) {
        return (BigDecimal) context.handleWeirdNumberValue(_valueClass, value, "too many digits");
      }
      return value;
    }
  }
}

package org.threefold.messaging;

import java.time.LocalDate;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;

/**
 * Days stand in the store as they print; as instants they would shift with the time zone of the
 * machine.
 */
final class DayConverters {

  private DayConverters() {}

  /** From day to text, which sorts. */
  @WritingConverter
  static final class Write implements Converter<LocalDate, String> {
    @Override
    public String convert(LocalDate day) {
      return day.toString();
    }
  }

  /** From text to day. */
  @ReadingConverter
  static final class Read implements Converter<String, LocalDate> {
    @Override
    public LocalDate convert(String text) {
      return LocalDate.parse(text);
    }
  }
}

package org.threefold.funds.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threefold.funds.ledger.Pot;

/** What a caller gets who does not say more than an Accept header, and in which words. */
class FormatTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/* | JSON",
        "application/json | JSON",
        "text/csv | CSV",
        "text/* | CSV",
        "text/html, */*;q=0.8 | JSON",
        "application/json;q=0.5, text/csv | CSV",
        "application/json;q=0, text/csv;q=0.1 | CSV",
        "*/*, text/csv | CSV",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet | XLSX"
      })
  void an_accept_header_chooses(String header, Format format) {
    assertThat(Format.accepted(header)).contains(format);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/pdf", "text/html", "nonsense", "text/csv;q=0"})
  void or_finds_nothing(String header) {
    assertThat(Format.accepted(header)).isEmpty();
  }

  @Test
  void a_format_is_named_by_its_extension() {
    assertThat(Format.named("xlsx")).contains(Format.XLSX);
    assertThat(Format.named("pdf")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void every_account_has_a_word_in_both_languages(Pot pot) {
    assertThat(Headings.in(Locale.ENGLISH).of(pot)).isNotEqualTo(pot.name());
    assertThat(Headings.in(Locale.CHINESE).of(pot)).isNotEqualTo(pot.name());
  }

  @Test
  void what_is_not_english_is_chinese() {
    assertThat(Headings.in(Locale.UK).of("row.opening")).isEqualTo("Opening balance");
    assertThat(Headings.in(Locale.FRENCH).of("row.opening")).isEqualTo("期初余额");
    assertThat(Headings.in(Locale.CHINA).of("no such word")).isEqualTo("no such word");
  }
}

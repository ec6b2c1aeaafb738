package org.threefold.funds.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threefold.access.Refused;

/** Tables as a spreadsheet takes them: amounts exact, and no text that does something. */
class SheetTest {

  private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 23, 12, 0, 5, 70_000_000);

  private static String csv(Cell... cells) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var sheet = new CsvSheet(out)) {
      sheet.row(List.of(cells));
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Row xlsx(Cell... cells) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var sheet = new XlsxSheet(out, "对账单", List.of(12))) {
      sheet.row(List.of(new Cell.Text("heading")));
      sheet.row(List.of(cells));
    }
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      return book.getFirstSheet().read().get(1);
    }
  }

  @Test
  void values_are_separated_by_commas_quoted_where_they_must_be_and_rows_end_as_rfc_4180_says()
      throws IOException {
    assertThat(
            csv(
                new Cell.Text("养老"),
                new Cell.Text("a,b"),
                new Cell.Text("say \"yes\""),
                new Cell.Text("two\nlines"),
                Cell.BLANK,
                new Cell.Whole(7),
                Cell.yuan(-5),
                Cell.yuan(Long.MAX_VALUE),
                new Cell.Time(NOON)))
        .isEqualTo(
            "\uFEFF养老,\"a,b\",\"say \"\"yes\"\"\",\"two\nlines\",,7,-0.05,"
                + "92233720368547758.07,2026-11-23 12:00:05.070\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        "\u0000=1+1",
        "＝1+1",
        "＠SUM(A1)"
      })
  void a_text_that_a_spreadsheet_would_take_for_a_formula_gets_an_apostrophe(String text)
      throws IOException {
    assertThat(CsvSheet.harmless(text)).isEqualTo("'" + text);
    assertThat(csv(new Cell.Text(text))).matches("(?s)\uFEFF\"?'.*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "request/=1+1", "养老 = 1", "1-2", " =1"})
  void any_other_text_stays_as_it_is(String text) {
    assertThat(CsvSheet.harmless(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://x\")", "'=1", "<b>&amp;"})
  void in_a_workbook_every_text_is_a_text(String text) throws IOException {
    Row row = xlsx(new Cell.Text(text));
    assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
    assertThat(row.getCell(0).getFormula()).isNull();
    assertThat(row.getCellAsString(0)).contains(text);
  }

  @Test
  void control_characters_that_no_workbook_can_hold_are_left_out() throws IOException {
    assertThat(xlsx(new Cell.Text("\u0001=1\u0007+1")).getCellAsString(0)).contains("=1+1");
  }

  @Test
  void amounts_are_numbers_to_the_fen_and_times_are_times() throws IOException {
    Row row =
        xlsx(Cell.yuan(Long.MAX_VALUE), Cell.yuan(-5), new Cell.Whole(7), new Cell.Time(NOON));
    assertThat(row.getCell(0).getType()).isEqualTo(CellType.NUMBER);
    assertThat(row.getCellAsNumber(0)).contains(new BigDecimal("92233720368547758.07"));
    assertThat(row.getCellAsNumber(1)).contains(new BigDecimal("-0.05"));
    assertThat(row.getCellAsNumber(2)).contains(new BigDecimal("7"));
    assertThat(row.getCellAsDate(3)).contains(NOON);
  }

  @Test
  void a_workbook_has_no_more_rows_than_a_sheet_can_show() {
    int most = 1_048_576;
    XlsxSheet.mustHold(most - 10, 10);
    Refused refused = catchThrowableOfType(Refused.class, () -> XlsxSheet.mustHold(most - 9, 10));
    assertThat(refused.code()).isEqualTo("FUND-090");
  }

  @Test
  void more_rows_than_are_kept_in_memory_all_arrive() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var sheet = new XlsxSheet(out, "s", List.of())) {
      for (int row = 0; row < 1_234; row++) {
        sheet.row(List.of(new Cell.Whole(row)));
      }
    }
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      assertThat(book.getFirstSheet().read()).hasSize(1_234);
    }
  }
}

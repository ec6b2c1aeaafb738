package org.threefold.funds.statement;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.threefold.access.Refused;

/**
 * A table as an Excel workbook with one sheet. Texts are cells of the type text, so that nothing in
 * them can become a formula; amounts are numbers, written exactly.
 */
final class XlsxSheet implements Sheet, AutoCloseable {

  /** So many rows Excel has, the heading among them. */
  private static final int MOST_ROWS = 1_048_576;

  private static final int FLUSH_EVERY = 500;
  private static final double MILLIS_A_DAY = 86_400_000;

  /** Day 0 of Excel, for all days after February 1900. */
  private static final LocalDateTime DAY_ZERO = LocalDateTime.of(1899, 12, 30, 0, 0);

  private final Workbook book;
  private final Worksheet sheet;
  private int rows;

  /** A workbook with a sheet of this name, and columns of these widths in characters. */
  XlsxSheet(OutputStream out, String name, List<Integer> widths) {
    this.book = new Workbook(out, "threefold", "1.0");
    this.sheet = book.newWorksheet(name);
    sheet.freezePane(0, 1);
    for (int column = 0; column < widths.size(); column++) {
      sheet.width(column, widths.get(column));
    }
  }

  /**
   * Goes on if a sheet can show that much.
   *
   * @throws Refused otherwise (FUND-090)
   */
  static void mustHold(long postings, long others) {
    if (postings + others > MOST_ROWS) {
      throw new Refused("FUND-090", postings, MOST_ROWS);
    }
  }

  @Override
  public void row(List<Cell> cells) {
    for (int column = 0; column < cells.size(); column++) {
      put(column, cells.get(column));
    }
    if (rows == 0) {
      sheet.range(0, 0, 0, cells.size() - 1).style().bold().set();
    }
    rows++;
    if (rows % FLUSH_EVERY == 0) {
      try {
        sheet.flush();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  private void put(int column, Cell cell) {
    switch (cell) {
      case Cell.Text it -> {
        if (!it.value().isEmpty()) {
          sheet.inlineString(rows, column, it.value());
        }
      }
      case Cell.Whole it -> sheet.value(rows, column, it.value());
      case Cell.Yuan it -> {
        sheet.value(rows, column, it.value());
        sheet.style(rows, column).format("#,##0.00").set();
      }
      case Cell.Time it -> {
        sheet.value(rows, column, ChronoUnit.MILLIS.between(DAY_ZERO, it.value()) / MILLIS_A_DAY);
        sheet.style(rows, column).format("yyyy-mm-dd hh:mm:ss").set();
      }
    }
  }

  /** Writes the rest; without it there is no workbook. */
  @Override
  public void close() throws IOException {
    book.finish();
  }
}

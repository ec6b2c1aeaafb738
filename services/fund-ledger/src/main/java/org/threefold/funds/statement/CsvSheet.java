package org.threefold.funds.statement;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as comma-separated values (RFC 4180), in UTF-8 with a byte order mark, without which
 * Excel takes Chinese for something else.
 *
 * <p>A text that a spreadsheet would take for a formula gets an apostrophe before it.
 */
final class CsvSheet implements Sheet, AutoCloseable {

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final String LINE_END = "\r\n";

  /** What formulas begin with; spreadsheets take the full-width forms for the narrow ones. */
  private static final String SUSPICIOUS = "=+-@＝＋－＠";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");

  private final Writer out;

  CsvSheet(OutputStream out) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    write(String.valueOf(BYTE_ORDER_MARK));
  }

  @Override
  public void row(List<Cell> cells) {
    write(cells.stream().map(CsvSheet::field).collect(Collectors.joining(",", "", LINE_END)));
  }

  private static String field(Cell cell) {
    return switch (cell) {
      case Cell.Text it -> quoted(harmless(it.value()));
      case Cell.Whole it -> Long.toString(it.value());
      case Cell.Yuan it -> it.value().toPlainString();
      case Cell.Time it -> TIME.format(it.value());
    };
  }

  static String harmless(String text) {
    boolean isHarmless =
        text.isEmpty()
            || (SUSPICIOUS.indexOf(text.charAt(0)) < 0 && !Character.isISOControl(text.charAt(0)));
    return isHarmless ? text : "'" + text;
  }

  private static String quoted(String text) {
    boolean isPlain =
        text.chars().noneMatch(it -> it == ',' || it == '"' || it == '\r' || it == '\n');
    return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private void write(String text) {
    try {
      out.write(text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Writes what is left; the stream below stays open. */
  @Override
  public void close() throws IOException {
    out.flush();
  }
}

package org.threefold.bench.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * The outcome, a line each: {@code row,metric,value,unit,note}. Written at once, so that a run that
 * dies leaves what it has measured.
 */
public final class Rows {

  private static final String HEAD = "row,metric,value,unit,note\n";

  private final Path file;

  /** Rows of this file, which is made with its head when it is not there. */
  public Rows(Path file) {
    this.file = file.toAbsolutePath();
    try {
      Files.createDirectories(this.file.resolveSibling(""));
      if (!Files.exists(this.file)) {
        Files.writeString(this.file, HEAD);
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException("There can be no rows in " + file, unwritable);
    }
  }

  /** One number, with three digits behind the point: a ratio, or seconds. */
  public void fine(String row, String metric, double value, String unit, String note) {
    add(row, metric, String.format(Locale.ROOT, "%.3f", value), unit, note);
  }

  /** One number, with one digit behind the point. */
  public void add(String row, String metric, double value, String unit, String note) {
    add(row, metric, String.format(Locale.ROOT, "%.1f", value), unit, note);
  }

  /** One value of any kind; commas in the note become semicolons. */
  public void add(String row, String metric, String value, String unit, String note) {
    String line =
        String.join(",", plain(row), plain(metric), plain(value), plain(unit), plain(note));
    System.out.println("  " + line);
    try {
      Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
    } catch (IOException unwritable) {
      throw new UncheckedIOException("The row cannot be written: " + line, unwritable);
    }
  }

  private static String plain(String text) {
    return text.replace(',', ';').replace('\n', ' ');
  }
}

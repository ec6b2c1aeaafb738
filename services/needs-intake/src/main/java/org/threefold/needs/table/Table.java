package org.threefold.needs.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Reads the tables that stand beside the code, a row a line, without quotes. */
public final class Table {

  private Table() {}

  /**
   * The rows of a file, cell by cell.
   *
   * @param beside a class of the package in which the file stands
   * @throws IllegalStateException if it has another heading, or a row another number of cells
   */
  public static List<List<String>> rows(Class<?> beside, String file, String heading) {
    List<String> lines = read(beside, file).lines().toList();
    if (lines.isEmpty() || !lines.getFirst().equals(heading)) {
      throw new IllegalStateException(file + " does not begin with " + heading);
    }
    int cells = cells(heading).size();
    List<List<String>> rows = lines.stream().skip(1).map(Table::cells).toList();
    for (List<String> row : rows) {
      if (row.size() != cells) {
        throw new IllegalStateException(file + " has a malformed row: " + row);
      }
    }
    return rows;
  }

  /**
   * The codes in a cell, in the order of their list.
   *
   * @throws IllegalArgumentException if one of them is none
   */
  public static <E extends Enum<E>> Set<E> codes(Class<E> list, String cell) {
    Set<E> codes = EnumSet.noneOf(list);
    Arrays.stream(cell.split(" ", -1))
        .filter(it -> !it.isEmpty())
        .forEach(it -> codes.add(Enum.valueOf(list, it)));
    return Collections.unmodifiableSet(codes);
  }

  private static List<String> cells(String line) {
    return List.of(line.split(",", -1));
  }

  private static String read(Class<?> beside, String file) {
    try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file + " cannot be read", unreadable);
    }
  }
}

package org.threefold.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The codes a service answers with, and the two tests that know each: one sees it refuse, and names
 * it; one sees what it allows, perhaps the same.
 */
public final class RuleTable {

  /** A code and its two tests, each as {@code SomeTest.what_it_says}. */
  public record Row(String code, String refuses, String allows) {
    @Override
    public String toString() {
      return code;
    }
  }

  private final Path tests;
  private final List<Row> rows;

  /**
   * A table of one row a line: code, test that refuses, test that allows, a blank between them.
   *
   * @param tests the directory below which the tests are
   */
  public RuleTable(Path tests, String table) {
    this.tests = tests;
    this.rows =
        table
            .lines()
            .map(line -> line.split(" ", -1))
            .map(it -> new Row(it[0], it[1], it[2]))
            .toList();
  }

  /** All rows; a code may have several. */
  public List<Row> rows() {
    return rows;
  }

  /** The codes that have a row. */
  public Set<String> codes() {
    return rows.stream().map(Row::code).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The codes that stand in programs below this directory. */
  public static Set<String> written(Path sources, Pattern code) {
    Set<String> codes = new TreeSet<>();
    for (Path file : files(sources)) {
      Matcher found = code.matcher(read(file));
      while (found.find()) {
        codes.add(found.group());
      }
    }
    return codes;
  }

  /** The text of a test, or nothing if there is none of this name. */
  public String test(String name) {
    String[] parts = name.split("\\.", -1);
    Pattern test =
        Pattern.compile(
            "\n  @(?:Test|ParameterizedTest)\n(?:(?!\n  \\}\n).)*?void "
                + parts[1]
                + "\\(.*?\n  \\}\n",
            Pattern.DOTALL);
    return files(tests).stream()
        .filter(file -> file.endsWith(parts[0] + ".java"))
        .map(file -> test.matcher(read(file)))
        .filter(Matcher::find)
        .map(Matcher::group)
        .findFirst()
        .orElse("");
  }

  private static List<Path> files(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(it -> it.toString().endsWith(".java")).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(root + " cannot be walked", unreadable);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file + " cannot be read", unreadable);
    }
  }
}

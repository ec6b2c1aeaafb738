package org.threefold.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Text that a person has approved, kept beside the code; {@code -Dapprove=true} writes what the
 * code says today, for the person to read in the diff.
 */
final class Approved {
  /** Whether today's text is to be written instead of compared. */
  static final boolean APPROVING = Boolean.getBoolean("approve");

  /** The directory of this module. */
  static final Path MODULE = Path.of(System.getProperty("basedir", "."));

  static final Path SAMPLES = MODULE.resolve("src/test/resources/approved");
  static final Path SCHEMAS = MODULE.resolve("src/main/resources/org/threefold/events/schema");

  private Approved() {}

  /** Compares, or writes when approving. */
  static void check(Path file, String today) {
    if (APPROVING) {
      write(file, today);
    } else {
      compare(file, today);
    }
  }

  static void compare(Path file, String today) {
    assertThat(Files.exists(file))
        .as("%s is not there. If it should be: mvn -pl events test -Dapprove=true", file)
        .isTrue();
    assertThat(firstDifference(read(file), today))
        .as("%s is stale. If today's text is right: mvn -pl events test -Dapprove=true", file)
        .isEmpty();
  }

  /** One line says enough; the whole of two catalogues would bury it. */
  private static String firstDifference(String approved, String today) {
    if (approved.equals(today)) {
      return "";
    }
    String[] was = approved.split("\n", -1);
    String[] is = today.split("\n", -1);
    int line = 0;
    while (line < Math.min(was.length, is.length) && was[line].equals(is[line])) {
      line++;
    }
    return "line %d was: %s%nand is: %s".formatted(line + 1, lineOf(was, line), lineOf(is, line));
  }

  private static String lineOf(String[] lines, int line) {
    return line < lines.length ? lines[line] : "(the end)";
  }

  static void write(Path file, String text) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The names of the files in a directory. */
  static Set<String> filesIn(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(it -> it.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The wire name without the prefix: {@code need.collected.v1}. */
  static String shortName(Class<? extends Event> type) {
    return EventTypes.typeOf(type).substring(Attributes.TYPE_PREFIX.length());
  }

  static Path sampleOf(Class<? extends Event> type) {
    return SAMPLES.resolve(shortName(type) + ".json");
  }

  static Path schemaOf(Class<? extends Event> type) {
    return SCHEMAS.resolve(shortName(type) + ".schema.json");
  }
}

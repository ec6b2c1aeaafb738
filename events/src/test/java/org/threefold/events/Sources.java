package org.threefold.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the Javadoc in the sources says about a type, so that the catalogue says the same and
 * nothing has to be written twice.
 */
final class Sources {
  private static final Pattern DOCUMENTED_TYPE =
      Pattern.compile(
          "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*" // the comment
              + "(?:@[\\w.]+(?:\\([^)]*\\))?\\s+)*" // annotations
              + "(?:(?:public|sealed|final)\\s+)*(?:interface|record|enum|class)\\s+(\\w+)",
          Pattern.DOTALL);

  private static final Map<String, String> MEANINGS = new HashMap<>();

  static {
    try (Stream<Path> files =
        Files.list(Approved.MODULE.resolve("src/main/java/org/threefold/events"))) {
      files.sorted().forEach(file -> MEANINGS.putAll(meaningsIn(Approved.read(file))));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Sources() {}

  /** The first paragraph of the Javadoc of a type of this package. */
  static String meaningOf(Class<?> type) {
    return Objects.requireNonNull(
        MEANINGS.get(type.getSimpleName()), () -> type + " has no Javadoc");
  }

  static Map<String, String> meaningsIn(String source) {
    Map<String, String> meanings = new HashMap<>();
    Matcher type = DOCUMENTED_TYPE.matcher(source);
    while (type.find()) {
      meanings.putIfAbsent(type.group(2), firstParagraph(type.group(1)));
    }
    return meanings;
  }

  private static String firstParagraph(String comment) {
    String text = comment.replaceAll("(?m)^\\s*\\*?", "").replaceAll("\\s+", " ").strip();
    int end = text.length();
    for (String mark : new String[] {"<p>", " @"}) {
      int at = text.indexOf(mark);
      end = at < 0 ? end : Math.min(end, at);
    }
    return text.substring(0, end).replaceAll("\\{@(?:code|link) ([^}]+)}", "`$1`").strip();
  }
}

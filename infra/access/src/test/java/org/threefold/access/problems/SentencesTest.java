package org.threefold.access.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code the county can answer with has a sentence in both languages. */
class SentencesTest {

  private static final Path FOLDER = Path.of("src/main/resources/org/threefold/access/problems");
  private static final Path SERVICES = Path.of("../../services");
  private static final Pattern CODE =
      Pattern.compile("\"((?:REG|NEED|PROJ|FUND|EVAL|OVS)-[0-9]{3})\"");

  private static Properties read(Path file) throws IOException {
    var read = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      read.load(in);
    }
    return read;
  }

  static Stream<String> services() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(it -> it.getFileName().toString())
          .filter(it -> it.matches(".*_(zh|en)\\.properties"))
          .map(it -> it.substring(0, it.lastIndexOf('_')))
          .distinct()
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void both_languages_say_the_same(String service) throws IOException {
    Properties chinese = read(FOLDER.resolve(service + "_zh.properties"));
    Properties english = read(FOLDER.resolve(service + "_en.properties"));
    assertThat(new TreeSet<>(english.stringPropertyNames()))
        .isEqualTo(new TreeSet<>(chinese.stringPropertyNames()));
    for (String key : chinese.stringPropertyNames()) {
      assertThat(arguments(key, english)).as(key).isEqualTo(arguments(key, chinese));
      assertThat(chinese.getProperty(key))
          .as(key + " in Chinese")
          .matches(SentencesTest::isChinese);
      // Names of grades and the like stay Chinese in English, too.
      assertThat(english.getProperty(key)).as(key + " in English").contains(" ");
    }
  }

  /** Which arguments a sentence names; a lone apostrophe would swallow those after it. */
  private static Set<String> arguments(String key, Properties sentences) {
    String sentence = sentences.getProperty(key);
    assertThat(sentence.replace("''", "")).as(key + " doubles its apostrophes").doesNotContain("'");
    assertThat(new MessageFormat(sentence, Locale.ROOT).toPattern()).as(key).isNotEmpty();
    return new TreeSet<>(
        Pattern.compile("\\{([0-9])").matcher(sentence).results().map(it -> it.group(1)).toList());
  }

  private static boolean isChinese(String text) {
    return text.codePoints()
        .anyMatch(it -> Character.UnicodeScript.of(it) == Character.UnicodeScript.HAN);
  }

  static Stream<Path> serviceFolders() throws IOException {
    try (Stream<Path> folders = Files.list(SERVICES)) {
      return folders
          .filter(it -> Files.isDirectory(it.resolve("src/main/java")))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("serviceFolders")
  void every_code_a_service_uses_has_a_sentence(Path service) throws IOException {
    var used = new TreeSet<String>();
    for (Path file : javaFiles(service)) {
      CODE.matcher(Files.readString(file))
          .results()
          .map(MatchResult::group)
          .map(it -> it.replace("\"", ""))
          .forEach(used::add);
    }
    Path sentences = FOLDER.resolve(service.getFileName() + "_zh.properties");
    Set<String> said = Files.exists(sentences) ? read(sentences).stringPropertyNames() : Set.of();
    assertThat(said).as("sentences of " + service.getFileName()).containsAll(used);
  }

  private static List<Path> javaFiles(Path service) throws IOException {
    try (Stream<Path> files = Files.walk(service.resolve("src/main/java"))) {
      return files.filter(it -> it.toString().endsWith(".java")).toList();
    }
  }

  @Test
  void a_status_is_that_of_the_table_or_a_conflict() {
    var sentences = new Sentences("edge");
    assertThat(sentences.status("API-004")).isEqualTo(413);
    assertThat(sentences.status("NEED-003")).isEqualTo(422);
    assertThat(sentences.status("EDGE-001")).isEqualTo(409);
  }

  @Test
  void the_table_of_statuses_has_sane_ones_only() throws IOException {
    Properties statuses = read(FOLDER.resolve("statuses.properties"));
    assertThat(statuses.values())
        .allSatisfy(it -> assertThat((String) it).matches("4[0-9]{2}|50[03]"));
  }

  @Test
  void long_arguments_of_a_caller_are_not_sent_back() {
    String said =
        new Sentences("edge").say("EDGE-001", List.of("x".repeat(500), 2026), Locale.ENGLISH);
    assertThat(said).hasSizeLessThan(120).contains("in 2026");
  }
}

package org.threefold.access.problems;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Format;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The sentence and the status of every code, as the files of the problems folder have them. */
final class Sentences {

  /** What is not Chinese or English is answered in Chinese. */
  static final Locale DEFAULT = Locale.SIMPLIFIED_CHINESE;

  static final List<Locale> LANGUAGES = List.of(DEFAULT, Locale.ENGLISH);

  /** A refusal by a rule, unless the table of statuses says something else. */
  private static final String CONFLICT = "409";

  /** Longer text of a caller is not sent back. */
  private static final int MOST_ECHOED = 80;

  private static final String FOLDER = "/org/threefold/access/problems/";

  private final Properties chinese;
  private final Properties english;
  private final Properties statuses;

  /** The sentences of the interface itself and, if it is given, of a service. */
  Sentences(@Nullable String service) {
    chinese = sentences(service, "zh");
    english = sentences(service, "en");
    statuses = new Properties();
    load("statuses.properties", statuses);
  }

  private static Properties sentences(@Nullable String service, String language) {
    var all = new Properties();
    load("api_" + language + ".properties", all);
    if (service != null) {
      load(service + "_" + language + ".properties", all);
    }
    return all;
  }

  private static void load(String file, Properties into) {
    try (InputStream in = Sentences.class.getResourceAsStream(FOLDER + file)) {
      if (in != null) {
        into.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file + " cannot be read", unreadable);
    }
  }

  /** The status of a code. */
  int status(String code) {
    return Integer.parseInt(statuses.getProperty(code, CONFLICT));
  }

  /** The sentence of a key with its arguments; the key itself if it has no sentence. */
  String say(String key, List<Object> arguments, Locale locale) {
    String pattern = sentencesOf(locale).getProperty(key);
    if (pattern == null) {
      return key;
    }
    try {
      var format = new MessageFormat(pattern, locale);
      return format.format(plain(arguments, format.getFormatsByArgumentIndex()));
    } catch (IllegalArgumentException badPatternOrArgument) {
      return pattern;
    }
  }

  /** What a status means in general. */
  String title(int status, Locale locale) {
    Properties sentences = sentencesOf(locale);
    String general = sentences.getProperty(status < 500 ? "title.400" : "title.500", "");
    return sentences.getProperty("title." + status, general);
  }

  private Properties sentencesOf(Locale locale) {
    return locale.getLanguage().equals("en") ? english : chinese;
  }

  /** Numbers without separators unless the sentence asks for them: a year is not 2,026. */
  private static Object[] plain(List<Object> arguments, Format[] formats) {
    Object[] plain = arguments.toArray();
    for (int i = 0; i < plain.length; i++) {
      if (i >= formats.length || formats[i] == null) {
        plain[i] = plain[i] instanceof Allowed it ? it.names() : shortened(plain[i].toString());
      }
    }
    return plain;
  }

  private static String shortened(String text) {
    return text.length() <= MOST_ECHOED ? text : text.substring(0, MOST_ECHOED) + "…";
  }
}

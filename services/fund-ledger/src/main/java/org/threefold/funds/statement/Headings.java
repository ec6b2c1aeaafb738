package org.threefold.funds.statement;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.threefold.funds.ledger.Pot;

/** The words of a table, in Chinese or English. */
final class Headings {

  private static final Headings CHINESE = new Headings("zh");
  private static final Headings ENGLISH = new Headings("en");

  private final Properties words = new Properties();

  private Headings(String language) {
    String file = "headings_" + language + ".properties";
    try (InputStream in = Headings.class.getResourceAsStream(file)) {
      words.load(new InputStreamReader(Objects.requireNonNull(in, file), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file + " cannot be read", unreadable);
    }
  }

  /** English where English is asked for, else Chinese. */
  static Headings in(Locale language) {
    return language.getLanguage().equals("en") ? ENGLISH : CHINESE;
  }

  /** The word for a key; the key itself if there is none. */
  String of(String key) {
    return words.getProperty(key, key);
  }

  /** What people call an account. */
  String of(Pot pot) {
    return words.getProperty("account." + pot, pot.name());
  }
}

package org.threefold.funds.ledger;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.threefold.events.FundEvent.LineFailure;
import org.threefold.events.FundId;

/**
 * Why a line of a plan fails, so that whoever planned it can mend it: the rule, what was asked and
 * what is there, and a sentence.
 */
record Explanation(
    FundId fund, String code, long requestedFen, long availableFen, String zh, String en) {

  private static final Properties CHINESE = sentences("lines_zh.properties");
  private static final Properties ENGLISH = sentences("lines_en.properties");

  static List<Explanation> of(List<LineFailure> failures) {
    return failures.stream().map(Explanation::of).toList();
  }

  private static Explanation of(LineFailure it) {
    return new Explanation(
        it.fund(),
        it.code(),
        it.requestedFen(),
        it.availableFen(),
        say(CHINESE, it),
        say(ENGLISH, it));
  }

  private static String say(Properties sentences, LineFailure it) {
    BigDecimal asked = BigDecimal.valueOf(it.requestedFen(), 2);
    BigDecimal available = BigDecimal.valueOf(it.availableFen(), 2);
    return MessageFormat.format(
        sentences.getProperty(it.code(), it.code()),
        it.fund(),
        asked.toPlainString(),
        available.toPlainString(),
        asked.subtract(available).toPlainString());
  }

  private static Properties sentences(String file) {
    Properties sentences = new Properties();
    try (var in =
        new InputStreamReader(
            Objects.requireNonNull(Explanation.class.getResourceAsStream(file), file),
            StandardCharsets.UTF_8)) {
      sentences.load(in);
      return sentences;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file + " cannot be read", unreadable);
    }
  }
}

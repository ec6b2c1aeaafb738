package org.threefold.testkit.mongo;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of texts in their order, which holds all that a condition asks for, and perhaps a few
 * more at its ends.
 *
 * @param from the least
 * @param to the most, or null if there is none
 * @param beginning what all of them begin with; empty for anything
 */
record Span(String from, @Nullable String to, String beginning) {

  private static final String SPECIAL = "\\^$.|?*+()[]{}";
  private static final String REPEATED = "?*{";

  /** The stretch that a condition on one field asks for; null if it asks for something else. */
  static @Nullable Span of(@Nullable Object condition) {
    if (condition != null && BsonRegularExpression.isRegularExpression(condition)) {
      return beginningLike(BsonRegularExpression.convertToRegularExpression(condition));
    }
    return condition instanceof Document bounds && !bounds.isEmpty() ? between(bounds) : null;
  }

  private static @Nullable Span between(Document bounds) {
    String from = "";
    String to = null;
    for (Map.Entry<String, Object> bound : bounds.entrySet()) {
      if (!(bound.getValue() instanceof String text)) {
        return null;
      }
      switch (bound.getKey()) {
        case "$gt", "$gte" -> from = text.compareTo(from) > 0 ? text : from;
        case "$lt", "$lte" -> to = to == null || text.compareTo(to) < 0 ? text : to;
        default -> {
          return null;
        }
      }
    }
    return new Span(from, to, "");
  }

  private static @Nullable Span beginningLike(BsonRegularExpression expression) {
    String options = expression.getOptions();
    String pattern = expression.getPattern();
    if (!pattern.startsWith("^") || (options != null && !options.isEmpty())) {
      return null;
    }
    String beginning = literalAfterAnchor(pattern);
    return beginning == null ? null : new Span(beginning, null, beginning);
  }

  /** The text that a match must begin with; null if there is more than one way to begin. */
  private static @Nullable String literalAfterAnchor(String pattern) {
    StringBuilder literal = new StringBuilder();
    boolean over = false;
    for (int i = 1; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '|') {
        return null;
      }
      boolean escaped = c == '\\' && i + 1 < pattern.length();
      char meant = escaped ? pattern.charAt(++i) : c;
      boolean plain = escaped ? !Character.isLetterOrDigit(meant) : SPECIAL.indexOf(meant) < 0;
      boolean repeated = i + 1 < pattern.length() && REPEATED.indexOf(pattern.charAt(i + 1)) >= 0;
      over |= !plain || repeated;
      if (!over) {
        literal.append(meant);
      }
    }
    return literal.toString();
  }

  /** Whether all of the stretch lies before this text. */
  boolean isBefore(String text) {
    return !text.startsWith(beginning) || (to != null && text.compareTo(to) > 0);
  }
}

package org.threefold.funds.journal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON in one form only: no spaces, members in the order given, what is absent left out,
 * whole numbers, and no character escaped that need not be. Our own, so that no library can ever
 * change the form.
 */
final class JsonLine {

  private static final String HEX = "0123456789abcdef";

  private final StringBuilder out = new StringBuilder(1024);
  private boolean needsComma;

  JsonLine open(char bracket) {
    out.append(bracket);
    needsComma = false;
    return this;
  }

  JsonLine close(char bracket) {
    out.append(bracket);
    needsComma = true;
    return this;
  }

  JsonLine number(String name, long value) {
    name(name);
    out.append(value);
    return this;
  }

  /** The member, or nothing if there is no text. */
  JsonLine text(String name, @Nullable String value) {
    if (value != null) {
      name(name);
      quoted(value);
    }
    return this;
  }

  <T> JsonLine list(String name, List<T> items, BiConsumer<JsonLine, T> write) {
    name(name);
    open('[');
    for (T item : items) {
      if (needsComma) {
        out.append(',');
      }
      open('{');
      write.accept(this, item);
      close('}');
    }
    return close(']');
  }

  byte[] bytes() {
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void name(String name) {
    if (needsComma) {
      out.append(',');
    }
    quoted(name);
    out.append(':');
    needsComma = true;
  }

  private void quoted(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') {
            out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}

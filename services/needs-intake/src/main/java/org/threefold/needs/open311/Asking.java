package org.threefold.needs.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.threefold.access.problems.WithProblem;

/**
 * What came to the door, and from whom.
 *
 * @param key whose it is; null if it is from anybody
 */
record Asking(Form form, @Nullable ApiKey key) {

  private static final String PLACE = Asking.class.getName();
  private static final String FORM = "application/x-www-form-urlencoded";

  /**
   * What the body of the request, if it is one to be read, and its address say.
   *
   * @throws WithProblem NEED-075, API-013
   */
  static Form formOf(HttpServletRequest request) {
    String query = request.getQueryString();
    byte[] behind = query == null ? new byte[0] : query.getBytes(StandardCharsets.ISO_8859_1);
    return request.getMethod().equals("POST") ? Form.of(behind, body(request)) : Form.of(behind);
  }

  private static byte[] body(HttpServletRequest request) {
    try {
      byte[] body = request.getInputStream().readNBytes(Form.MOST_BYTES + 1);
      if (body.length > 0 && !isForm(request.getContentType())) {
        throw Form.tooMuch();
      }
      return body;
    } catch (IOException gone) {
      throw new UncheckedIOException("The caller has gone", gone);
    }
  }

  private static boolean isForm(@Nullable String contentType) {
    String plain =
        contentType == null ? "" : contentType.toLowerCase(Locale.ROOT).replaceAll("[\\s\"]", "");
    return plain.equals(FORM) || plain.equals(FORM + ";charset=utf-8");
  }

  /** Whose it is, where the doorkeeper lets nobody through without a key. */
  ApiKey knownKey() {
    return Objects.requireNonNull(key, "The doorkeeper has let a stranger through");
  }

  /** Leaves it with the request for its handler. */
  void putWith(HttpServletRequest request) {
    request.setAttribute(PLACE, this);
  }

  /** What was left with the request. */
  static Asking of(HttpServletRequest request) {
    return (Asking) Objects.requireNonNull(request.getAttribute(PLACE), "Nobody kept the door");
  }
}

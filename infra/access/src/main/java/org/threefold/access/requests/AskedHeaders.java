package org.threefold.access.requests;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.threefold.access.problems.Flaw;
import org.threefold.access.problems.Problem;
import org.threefold.access.problems.WithProblem;

/**
 * What the headers of a command say.
 *
 * @param key the Idempotency-Key, if given
 * @param expectedVersion the version in If-Match, if one is named
 * @param traceparent the W3C trace, if it is well-formed
 */
record AskedHeaders(
    @Nullable String key, @Nullable Long expectedVersion, @Nullable String traceparent) {

  private static final String KEY = "Idempotency-Key";
  private static final String IF_MATCH = "If-Match";

  private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]{1,100}");

  /** A strong entity tag with a version; weak ones never match (RFC 9110, 13.1.1). */
  private static final Pattern VERSION = Pattern.compile("\"([0-9]{1,18})\"");

  private static final Pattern TRACEPARENT =
      Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

  /**
   * The headers of a request.
   *
   * @throws WithProblem if one is malformed (API-013)
   */
  static AskedHeaders of(HttpServletRequest request) {
    String key = single(request, KEY);
    if (key != null && !VISIBLE_ASCII.matcher(key).matches()) {
      throw malformed(KEY, "header.key");
    }
    String trace = request.getHeader("traceparent");
    return new AskedHeaders(
        key,
        version(single(request, IF_MATCH)),
        trace != null && TRACEPARENT.matcher(trace).matches() ? trace : null);
  }

  private static @Nullable Long version(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.strip().equals("*")) {
      return null;
    }
    var version = VERSION.matcher(ifMatch.strip());
    if (!version.matches()) {
      throw malformed(IF_MATCH, "header.version");
    }
    return Long.valueOf(version.group(1));
  }

  private static @Nullable String single(HttpServletRequest request, String name) {
    List<String> values = Collections.list(request.getHeaders(name));
    if (values.size() > 1) {
      throw malformed(name, "header.once");
    }
    return values.isEmpty() ? null : values.getFirst();
  }

  private static WithProblem malformed(String header, String sentence) {
    return Problem.of("API-013", header).at(Flaw.parameter(header, sentence)).thrown();
  }
}

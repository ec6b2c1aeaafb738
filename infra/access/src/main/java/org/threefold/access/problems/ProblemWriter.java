package org.threefold.access.problems;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;

/** Answers a request with a problem; the one place that does, for handlers and filters alike. */
public final class ProblemWriter {

  private static final Pattern TRACE = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-.{1,64}");

  /** Longer paths are cut in the answer. */
  private static final int LONGEST_PATH = 200;

  private final Sentences sentences;
  private final LocaleResolver locales;

  ProblemWriter(Sentences sentences, LocaleResolver locales) {
    this.sentences = sentences;
    this.locales = locales;
  }

  /** Writes the problem, unless the answer is already under way. */
  public void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    Integer own = problem.status();
    int status = own != null ? own : sentences.status(problem.code());
    Locale locale = locales.resolveLocale(request);
    byte[] body =
        ProblemBody.of(problem, status, sentences, locale, path(request), trace(request)).json();
    response.resetBuffer();
    response.setStatus(status);
    problem.headers().forEach(response::setHeader);
    response.setHeader("Content-Language", locale.getLanguage());
    response.setContentType(ProblemBody.MEDIA_TYPE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static String path(HttpServletRequest request) {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String path = failed != null ? failed.toString() : request.getRequestURI();
    return path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH);
  }

  private static @Nullable String trace(HttpServletRequest request) {
    String parent = request.getHeader("traceparent");
    Matcher trace = TRACE.matcher(parent == null ? "" : parent);
    return trace.matches() ? trace.group(1) : null;
  }
}

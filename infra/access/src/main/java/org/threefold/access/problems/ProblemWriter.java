package org.threefold.access.problems;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
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
  private final List<ProblemForm> otherForms;

  ProblemWriter(Sentences sentences, LocaleResolver locales, List<ProblemForm> otherForms) {
    this.sentences = sentences;
    this.locales = locales;
    this.otherForms = otherForms;
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
    ProblemForm.Written written = written(request, problem, status, locale);
    response.resetBuffer();
    response.setStatus(written.status());
    problem.headers().forEach(response::setHeader);
    response.setHeader("Content-Language", locale.getLanguage());
    response.setContentType(written.mediaType());
    response.setContentLength(written.body().length);
    response.getOutputStream().write(written.body());
  }

  private ProblemForm.Written written(
      HttpServletRequest request, Problem problem, int status, Locale locale) {
    String path = path(request);
    for (ProblemForm form : otherForms) {
      if (form.isFor(path)) {
        return form.write(said(problem, status, locale), path);
      }
    }
    ProblemBody body =
        ProblemBody.of(problem, status, sentences, locale, shortened(path), trace(request));
    return new ProblemForm.Written(status, ProblemBody.MEDIA_TYPE, body.json());
  }

  private ProblemForm.Said said(Problem problem, int status, Locale locale) {
    return new ProblemForm.Said(
        problem.code(),
        status,
        sentences.say(problem.code(), problem.arguments(), locale),
        problem.flaws().stream()
            .map(it -> placeOf(it) + ": " + sentences.say(it.sentence(), it.arguments(), locale))
            .toList());
  }

  private static String placeOf(Flaw it) {
    String parameter = it.parameter();
    String pointer = it.pointer();
    return parameter != null ? parameter : pointer != null ? pointer : "–";
  }

  private static String path(HttpServletRequest request) {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return failed != null ? failed.toString() : request.getRequestURI();
  }

  private static String shortened(String path) {
    return path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH);
  }

  private static @Nullable String trace(HttpServletRequest request) {
    String parent = request.getHeader("traceparent");
    Matcher trace = TRACE.matcher(parent == null ? "" : parent);
    return trace.matches() ? trace.group(1) : null;
  }
}

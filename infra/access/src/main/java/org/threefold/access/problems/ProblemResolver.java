package org.threefold.access.problems;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Says what goes wrong in handlers, and in what leads to them. */
final class ProblemResolver implements HandlerExceptionResolver, Ordered {

  private static final Logger log = LoggerFactory.getLogger(ProblemResolver.class);

  private final ProblemWriter problems;

  ProblemResolver(ProblemWriter problems) {
    this.problems = problems;
  }

  /** Before Spring's own, which would answer without a code. */
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception thrown) {
    if (response.isCommitted()) {
      return null; // Too late for an answer; the connection is broken off instead.
    }
    Problem problem = Diagnosis.of(thrown);
    if (problem.code().equals(Diagnosis.INTERNAL)) {
      log.error("{} {} failed", request.getMethod(), request.getRequestURI(), thrown);
    }
    try {
      problems.write(request, response, problem);
    } catch (IOException gone) {
      throw new UncheckedIOException("The caller has gone", gone);
    }
    return new ModelAndView(); // Empty: the answer is written.
  }
}

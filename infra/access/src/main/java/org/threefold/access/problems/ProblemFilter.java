package org.threefold.access.problems;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/** Says what goes wrong in the filters, before the dispatcher and its resolver are reached. */
final class ProblemFilter extends OncePerRequestFilter {

  private static final Logger log = LoggerFactory.getLogger(ProblemFilter.class);

  private final ProblemWriter problems;

  ProblemFilter(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (WithProblem found) {
      problems.write(request, response, found.problem());
    } catch (RuntimeException | ServletException unexpected) {
      if (response.isCommitted()) {
        throw unexpected; // Too late for a clean answer; the container breaks the connection off.
      }
      Throwable cause = unexpected.getCause();
      Problem problem =
          Diagnosis.of(
              unexpected instanceof ServletException && cause != null ? cause : unexpected);
      if (problem.code().equals(Diagnosis.INTERNAL)) {
        log.error("{} {} failed", request.getMethod(), request.getRequestURI(), unexpected);
      }
      problems.write(request, response, problem);
    }
  }
}

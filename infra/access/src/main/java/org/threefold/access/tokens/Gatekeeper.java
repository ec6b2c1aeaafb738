package org.threefold.access.tokens;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.threefold.access.Actor;
import org.threefold.access.problems.Problem;
import org.threefold.access.problems.ProblemWriter;
import org.threefold.access.rights.RightsTable;

/** Decides at the gate, and says why somebody stays outside: 401 without a reason, 403 with one. */
final class Gatekeeper implements AuthenticationEntryPoint, AccessDeniedHandler {

  /** A no that names what was missing. */
  private static final class Denied extends AuthorizationDecision {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Denied(Problem problem) {
      super(false);
      this.problem = problem;
    }
  }

  private final ProblemWriter problems;

  Gatekeeper(ProblemWriter problems) {
    this.problems = problems;
  }

  /** An actor may pass; a stranger, whose token says too little, and somebody unknown may not. */
  static AuthorizationDecision known(Authentication authentication) {
    return authentication.getPrincipal() instanceof ActorOfToken.Stranger stranger
        ? new Denied(Problem.of("API-015", stranger.claim()))
        : new AuthorizationDecision(authentication.getPrincipal() instanceof Actor);
  }

  /** An actor with the right may pass. */
  static AuthorizationDecision entitled(
      Authentication authentication, RightsTable rights, String right) {
    if (authentication.getPrincipal() instanceof Actor actor) {
      return rights.allows(actor, right)
          ? new AuthorizationDecision(true)
          : new Denied(Problem.of("API-009", right));
    }
    return known(authentication);
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
      throws IOException {
    problems.write(request, response, Problem.of("API-008").with("WWW-Authenticate", "Bearer"));
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
      throws IOException {
    boolean told =
        reason instanceof AuthorizationDeniedException it
            && it.getAuthorizationResult() instanceof Denied;
    problems.write(
        request,
        response,
        told
            ? ((Denied) ((AuthorizationDeniedException) reason).getAuthorizationResult()).problem
            : Problem.of("API-009", "–"));
  }
}
